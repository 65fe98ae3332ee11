import { expect, test } from "vitest";
import { parseCounter } from "./captions";
import { count } from "./counter";

const reps = { unit: "reps", total: 3, starts: [0, 2, 4, 6] } as const;

test("counts a repetition from its first moment", () => {
  expect([0, 1.99, 2, 5.9].map((time) => count(reps, time))).toEqual([1, 1, 2, 3]);
});

test("never passes the dose", () => {
  expect(count(reps, 100)).toBe(3);
});

test("reads what the studio notes in the caption file", () => {
  const vtt = `WEBVTT\r\n\r\nNOTE counter ${JSON.stringify(reps)}\r\n\r\n00:00.000 --> 00:01.000\nx`;
  expect(parseCounter(vtt)).toEqual(reps);
  expect(parseCounter("WEBVTT\n\nNOTE by hand\n")).toBeNull();
});
