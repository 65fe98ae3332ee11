import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const OTEHON = process.env.OTEHON ?? join(ROOT, ".venv/bin/otehon");
/** Compiled once for all homes, and for the next run of the tests. */
const KERNELS = join(tmpdir(), "otehon-e2e-kernels");
const START_MS = 120_000;
const POLL_MS = 250;

/** A real `otehon serve` with a home of its own. */
export class Service {
  readonly #home = mkdtempSync(join(tmpdir(), "otehon-e2e-"));
  readonly #settings: Record<string, string>;
  #process: ChildProcess | null = null;
  #port = 0;
  log = "";

  constructor(settings: Record<string, string> = {}) {
    this.#settings = settings;
    mkdirSync(KERNELS, { recursive: true });
    symlinkSync(KERNELS, join(this.#home, "kernels"));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, on the same port as before, and waits until it can make videos. */
  async start(): Promise<void> {
    this.#port ||= await freePort();
    const env = { ...process.env, OTEHON_HOME: this.#home, OTEHON_RENDER_PROCESSES: "1", ...this.#settings };
    this.#process = spawn(OTEHON, ["serve", "--port", String(this.#port)], { env, cwd: this.#home });
    this.#process.stderr?.on("data", (text) => {
      this.log = (this.log + text).slice(-4000);
    });
    const end = Date.now() + START_MS;
    while (!(await this.#isReady())) {
      if (this.#process.exitCode !== null || Date.now() > end) {
        await this.stop();
        throw new Error(`no service:\n${this.log}`);
      }
      await pause(POLL_MS);
    }
  }

  async #isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null);
    return answer?.ok ?? false;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }

  /** Saves an advice and answers with its run's id. */
  async run(advice: string, headers: Record<string, string> = {}): Promise<number> {
    const answer = await fetch(`${this.url}/runs`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify({ advice }),
    });
    if (!answer.ok) throw new Error(`POST /runs: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { run_id: number }).run_id;
  }

  /** Waits until the run's video is as wanted. */
  async until(run: number, wanted: (status: Status) => boolean): Promise<Status> {
    const end = Date.now() + START_MS;
    for (;;) {
      const status = (await (await fetch(`${this.url}/status/${run}`)).json()) as Status;
      if (wanted(status)) return status;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(status)}`);
      await pause(POLL_MS);
    }
  }

  async completed(advice: string): Promise<number> {
    const run = await this.run(advice);
    await this.until(run, (status) => status.generation_status === "completed");
    return run;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests bend answers at will
export type Status = any;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
