import { expect, test } from "vitest";
import { count } from "./counter";

const reps = { unit: "reps", from: 1, total: 3, every: 2 } as const;

test("counts a repetition from its first moment", () => {
  expect([0, 1.99, 2, 5.9].map((time) => count(reps, time))).toEqual([1, 1, 2, 3]);
});

test("never passes the dose", () => {
  expect(count(reps, 100)).toBe(3);
});
