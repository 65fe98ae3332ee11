// The JavaScript that a page loads, gzipped; fails above what a page may weigh.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { OUT, pages } from "./pages.mjs";

const LIMIT_KB = 300;
const SCRIPT = /<script[^>]*\ssrc="([^"?]+)[^"]*"[^>]*>/g;

let tooHeavy = false;
for (const { path, html } of pages()) {
  const modern = [...html.matchAll(SCRIPT)].filter((match) => !/\snomodule/i.test(match[0]));
  const sources = new Set(modern.map((match) => match[1]));
  const bytes = [...sources].reduce(
    (sum, source) => sum + gzipSync(readFileSync(join(OUT, source))).length,
    0,
  );
  const kb = bytes / 1000;
  tooHeavy ||= kb > LIMIT_KB;
  console.log(`${kb.toFixed(0).padStart(5)} kB  ${path}`);
}
if (tooHeavy) {
  console.error(`a page weighs more than ${LIMIT_KB} kB of gzipped JavaScript`);
  process.exit(1);
}
