// Writes src/types/limits.ts: what the API's schemas allow, so that no form repeats a number of the API.
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "js-yaml";

const NAMES = {
  minimum: "min",
  maximum: "max",
  minLength: "minLength",
  maxLength: "maxLength",
  minItems: "minItems",
  maxItems: "maxItems",
};

const [document, file] = process.argv.slice(2);
const { schemas } = load(readFileSync(document, "utf8")).components;

function limitsOf(property) {
  const found = Object.entries(NAMES).filter(([keyword]) => property[keyword] !== undefined);
  return Object.fromEntries(found.map(([keyword, name]) => [name, property[keyword]]));
}

function withEntries(pairs) {
  return Object.fromEntries(pairs.filter(([, value]) => Object.keys(value).length > 0));
}

const limits = withEntries(
  Object.entries(schemas).map(([schema, { properties = {} }]) => [
    schema,
    withEntries(Object.entries(properties).map(([name, property]) => [name, limitsOf(property)])),
  ]),
);
writeFileSync(
  file,
  `// Written by "npm run types" from openapi.yaml.\nexport const LIMITS = ${JSON.stringify(limits, null, 2)} as const;\n`,
);
