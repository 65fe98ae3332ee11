// Builds a Next.js app as docs/integration.md has people write it: its files are the blocks that begin with their name.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WEB = fileURLToPath(new URL("..", import.meta.url));
const APP = join(WEB, ".foreign");
const BLOCK = /^```(?:tsx|json|css)\n(?:\/\/|\/\*) (\S+)(?: \*\/)?\n([\s\S]*?)^```/gm;

const LAYOUT = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="ja"><body>{children}</body></html>;
}
`;
const HOME = `import { TrainingVideoPlayer } from "@/components/TrainingVideoPlayer";
export default function Home() {
  return <TrainingVideoPlayer runId={42} />;
}
`;
const NEXT = `export default {
  turbopack: { root: ${JSON.stringify(WEB)} },
  rewrites: () => [{ source: "/api/:path*", destination: \`\${process.env.OTEHON}/api/:path*\` }],
};
`;

function write(name, text) {
  mkdirSync(dirname(join(APP, name)), { recursive: true });
  writeFileSync(join(APP, name), text);
}

function merged(paths) {
  const own = JSON.parse(readFileSync(join(WEB, "tsconfig.json"), "utf8"));
  const options = { ...own.compilerOptions, ...JSON.parse(paths).compilerOptions };
  return JSON.stringify({ ...own, include: ["**/*.ts", "**/*.tsx"], compilerOptions: options });
}

rmSync(APP, { recursive: true, force: true });
cpSync(join(WEB, "src"), join(APP, "otehon"), {
  recursive: true,
  filter: (file) => !/\.test\.tsx?$|\/testing$/.test(file),
});
cpSync(join(WEB, "postcss.config.mjs"), join(APP, "postcss.config.mjs"));
write("app/layout.tsx", LAYOUT);
write("app/page.tsx", HOME);
write("next.config.mjs", NEXT);
write("package.json", "{}");

const guide = readFileSync(join(WEB, "../docs/integration.md"), "utf8");
const blocks = [...guide.matchAll(BLOCK)].map(([, name, text]) => ({ name, text }));
for (const { name, text } of blocks) write(name, name === "tsconfig.json" ? merged(text) : text);
if (blocks.length !== 4) throw new Error(`docs/integration.md: ${blocks.length} files, not 4`);

execFileSync(join(WEB, "node_modules/.bin/next"), ["build"], {
  cwd: APP,
  stdio: "inherit",
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    OTEHON: process.env.OTEHON ?? "http://127.0.0.1:8006",
  },
});
