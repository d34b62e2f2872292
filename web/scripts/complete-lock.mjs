// Registries that carry only the packages of one platform make npm drop the others from the lock, and `npm ci` then
// refuses it as incomplete. This adds an entry for every optional dependency the lock does not know, so that one lock
// installs from such a registry and from the public one. npm removes the entries again: `npm run lock` does both steps.
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = "package-lock.json";
const SYSTEMS = {
  aix: "aix",
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  netbsd: "netbsd",
  openbsd: "openbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  wasm32: "wasm",
  win32: "win32",
  windows: "win32",
};
const PROCESSORS = "arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64".split(" ");

const lock = JSON.parse(readFileSync(LOCK, "utf8"));
const packages = lock.packages;
const before = Object.keys(packages).length;

for (const [path, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isInstalledFor(path, name)) packages[`node_modules/${name}`] = otherPlatform(name, range, entry.dev);
  }
}

const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(LOCK, JSON.stringify(lock, null, 2) + "\n");
console.log(`${LOCK}: ${sorted.length - before} packages of other platforms added`);

/** Node looks for a package beside its dependent first, then one node_modules folder further up each time. */
function isInstalledFor(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("node_modules/") - 1, 0))) {
    if (packages[`${folder && folder + "/"}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function otherPlatform(name, range, dev) {
  const words = name.split(/[/.-]/);
  const system = words.find((word) => word in SYSTEMS);
  const processor = PROCESSORS.find((word) => words.includes(word));
  return {
    version: range.replace(/^[\^~>=]+/, ""),
    ...(dev && { dev }),
    optional: true,
    // "none" is no system, so a package whose name tells nothing is never installed.
    os: [system ? SYSTEMS[system] : "none"],
    ...(processor && { cpu: [processor] }),
  };
}
