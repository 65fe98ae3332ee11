import { expect, test } from "vitest";
import { stills } from "./still-sequence";

test("shows the middle of up to four phases", () => {
  const cues = [0, 1, 2, 3, 4].map((start) => ({ start, end: start + 1, text: `phase ${start}` }));
  expect(stills(cues, 5).map((still) => still.time)).toEqual([0.5, 1.5, 2.5, 3.5]);
});

test("shows four even steps of a clip without phases", () => {
  expect(stills([], 4).map((still) => still.time)).toEqual([0, 1, 2, 3]);
});
