// A gzipped twin beside every text file, so that no server has to pack it anew for each visitor.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { OUT } from "./pages.mjs";

const TEXT = /\.(js|css|html|svg|json|txt)$/;
const WORTHWHILE = 1000;

for (const entry of readdirSync(OUT, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.test(entry.name) || entry.name === "csp.json") continue;
  const file = join(entry.parentPath, entry.name);
  const text = readFileSync(file);
  if (text.length > WORTHWHILE) writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}
