import { expect, test } from "vitest";
import { pairedStills, stills } from "./still-sequence";

test("shows the middle of up to four phases", () => {
  const cues = [0, 1, 2, 3, 4].map((start) => ({ start, end: start + 1, text: `phase ${start}` }));
  expect(stills(cues, 5).map((still) => still.time)).toEqual([0.5, 1.5, 2.5, 3.5]);
});

test("shows four even steps of a clip without phases", () => {
  expect(stills([], 4).map((still) => still.time)).toEqual([0, 1, 2, 3]);
});

test("right and wrong are shown in pairs, at the same moment of each", () => {
  const words = { ja: "腰が沈む", en: "The hips sink" };
  const judged = [
    { start: 0, end: 3.6, right: true, words },
    { start: 4, end: 7.6, right: false, words },
  ];
  const cues = [
    { start: 0, end: 2, text: "up" },
    { start: 2, end: 3.6, text: "down" },
    { start: 4, end: 7.6, text: "× wrong" },
  ];
  const pairs = pairedStills(judged, cues).map((pair) => [pair.time, pair.judged.right]);
  expect(pairs).toEqual([
    [1, true],
    [5, false],
    [2.8, true],
    [6.8, false],
  ]);
  expect(pairedStills([], cues)).toEqual([]);
});
