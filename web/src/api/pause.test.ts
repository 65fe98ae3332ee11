import { expect, test } from "vitest";
import { isBusy, RequestFailed } from "./failure";
import { pauseAfter } from "./pause";

const never = () => 0;

test("each failure makes the pause longer, up to half a minute", () => {
  const pauses = [0, 1, 2, 3, 50].map((failures) => pauseAfter(failures, null, never));
  expect(pauses).toEqual([5000, 5000, 7500, 11_250, 30_000]);
});

test("what the service asks for is waited for", () => {
  const busy = new RequestFailed(503, "", { code: "busy", retryAfter: 12 });
  expect(pauseAfter(1, busy, never)).toBe(12_000);
});

test("those who failed together do not come back together", () => {
  expect(pauseAfter(1, null, () => 0.5)).toBe(5625);
  expect(pauseAfter(1, null, () => 1)).toBe(6250);
});

test("a crowd is another thing than an absence", () => {
  expect(isBusy(new RequestFailed(503, "", { code: "busy" }))).toBe(true);
  expect(isBusy(new RequestFailed(429, ""))).toBe(true);
  expect(isBusy(new RequestFailed(503, "", { code: "database-unavailable" }))).toBe(false);
  expect(isBusy(new RequestFailed(0, ""))).toBe(false);
});
