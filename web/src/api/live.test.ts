import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow, type Link } from "./live";

/** Streams as they were opened; each fails when it is told to. */
class Stream {
  static opened: Stream[] = [];
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  close = vi.fn();

  constructor() {
    Stream.opened.push(this);
  }
}

const NOT_FOUND = () => Response.json({ status: "not_found" });
const BUSY = () =>
  Response.json(
    { code: "busy", detail: "" },
    { status: 503, headers: { "Retry-After": "9", "Content-Type": "application/problem+json" } },
  );

const answer = vi.fn<() => Response>();
let links: Link[];
let stop: () => void;

function lastStream(): Stream {
  const stream = Stream.opened.at(-1);
  if (!stream) throw new Error("no stream was opened");
  return stream;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(Math, "random").mockReturnValue(0);
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("fetch", async () => answer());
  Stream.opened = [];
  links = [];
  stop = follow(7, { onVideo: () => {}, onLink: (link) => links.push(link) });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a stream that is refused gives way to polling, and is tried again", async () => {
  answer.mockImplementation(NOT_FOUND);
  lastStream().onerror?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(links).toEqual([{ state: "polling", next: 0 }]);
  await vi.advanceTimersByTimeAsync(4990);
  expect(Stream.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(Stream.opened).toHaveLength(2);
  lastStream().onopen?.();
  expect(links.at(-1)?.state).toBe("live");
});

test("a busy service is asked no sooner than it says", async () => {
  answer.mockImplementation(BUSY);
  lastStream().onerror?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(links.at(-1)?.state).toBe("busy");
  await vi.advanceTimersByTimeAsync(8900);
  expect(Stream.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(Stream.opened).toHaveLength(2);
});

test("a service that is away is asked ever more rarely", async () => {
  answer.mockImplementation(() => {
    throw new TypeError("failed to fetch");
  });
  const pauses: number[] = [];
  for (let tries = 0; tries < 3; tries++) {
    lastStream().onerror?.();
    await vi.advanceTimersByTimeAsync(1);
    const link = links.at(-1);
    expect(link?.state).toBe("away");
    pauses.push((link?.next ?? 0) - Date.now());
    await vi.advanceTimersByTimeAsync(pauses.at(-1) ?? 0);
  }
  expect(pauses.map((pause) => Math.round(pause / 10) * 10)).toEqual([5000, 7500, 11_250]);
});

test("once stopped, nothing is asked", async () => {
  lastStream().onerror?.();
  stop();
  answer.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answer).not.toHaveBeenCalled();
  expect(Stream.opened).toHaveLength(1);
});
