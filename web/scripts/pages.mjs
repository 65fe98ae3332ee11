import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const OUT = new URL("../out/", import.meta.url).pathname;

/** Every exported page: its path below `out/` and its HTML. */
export function pages() {
  return readdirSync(OUT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(OUT, file), html: readFileSync(file, "utf8") }))
    .sort((one, other) => one.path.localeCompare(other.path));
}
