import { expect, test } from "vitest";
import { timeLeft } from "./time-left";

test("guesses from the speed so far", () => {
  expect(timeLeft({ at: 0, progress: 0.2 }, { at: 10, progress: 0.6 })).toBe(10);
});

test("says nothing before it can know, and never zero", () => {
  expect(timeLeft({ at: 0, progress: 0 }, { at: 1, progress: 0.5 })).toBeNull();
  expect(timeLeft({ at: 0, progress: 0.5 }, { at: 10, progress: 0.5 })).toBeNull();
  expect(timeLeft({ at: 0, progress: 0 }, { at: 10, progress: 1 })).toBe(1);
});
