// No file of ours longer than a screenful or two.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LIMIT = 250;
const roots = ["src", "scripts", "../tests/e2e"];

const long = roots
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !file.includes("generated"))
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
  .filter(({ lines }) => lines >= LIMIT);
for (const { file, lines } of long) console.error(`${file}: ${lines} lines; keep it under ${LIMIT}`);
process.exit(long.length ? 1 : 0);
