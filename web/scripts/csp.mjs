// Writes out/csp.json: for each page the hashes of its inline scripts, for the server's Content-Security-Policy.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { OUT, pages } from "./pages.mjs";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[\s>]|<[^>]+\sstyle="|<[^>]+\son[a-z]+="/;

const hashes = {};
const refused = [];
for (const { path, html } of pages()) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map((match) => match[1]);
  hashes[path] = scripts.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
  const style = INLINE_STYLE.exec(html.replace(INLINE_SCRIPT, ""));
  if (style) refused.push(`${path}: the policy would refuse ${style[0]}`);
}
if (refused.length) {
  console.error(refused.join("\n"));
  process.exit(1);
}
writeFileSync(join(OUT, "csp.json"), `${JSON.stringify(hashes, null, 1)}\n`);
console.log(
  `csp.json: ${Object.values(hashes).flat().length} inline scripts on ${Object.keys(hashes).length} pages`,
);
