// After `npm install`: notes in package-lock.json the packages of other platforms that the registry at hand
// does not carry. Without them `npm ci` calls the lock file out of date.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../package-lock.json", import.meta.url).pathname;
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "win32", "wasm32"];
const PROCESSORS = ["arm64", "x64", "arm", "ia32"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
let added = 0;
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const words = name.split("/").at(-1).split("-");
    const os = SYSTEMS.find((system) => words.includes(system));
    if (!os || lock.packages[`node_modules/${name}`] || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      cpu: [PROCESSORS.find((processor) => words.includes(processor)) ?? "wasm32"],
      ...(words.includes("musl") ? { libc: ["musl"] } : {}),
      optional: true,
      ...(os === "wasm32" ? {} : { os: [os] }),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms noted`);
