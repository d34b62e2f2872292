// Next writes a few inline scripts into every page. The API may only allow them in its Content-Security-Policy by
// hash, so each build lists the hashes of its own pages next to them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OUT = "out";
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const DATA_BLOCK = /type="(application\/(ld\+)?json|speculationrules)"/;

const pages = readdirSync(OUT, { recursive: true }).filter((file) => file.endsWith(".html"));
const hashes = new Set(pages.flatMap((page) => inlineScripts(join(OUT, page)).map(sha256)));
if (hashes.size === 0)
  throw new Error(`No inline script in ${pages.length} pages: has Next changed its output?`);

const manifest = { script_hashes: [...hashes].sort() };
writeFileSync(join(OUT, "csp-manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
console.log(`csp-manifest.json: ${hashes.size} script hashes from ${pages.length} pages`);

function inlineScripts(page) {
  return [...readFileSync(page, "utf8").matchAll(INLINE_SCRIPT)]
    .filter(([, attributes]) => !DATA_BLOCK.test(attributes))
    .map(([, , body]) => body);
}

function sha256(body) {
  return `sha256-${createHash("sha256").update(body).digest("base64")}`;
}
