import { expect, test } from "vitest";
import { cueAt, inTurn, marks, parseCaptions } from "./captions";

const VTT = `WEBVTT

NOTE nothing to see

1
00:00:00.000 --> 00:00:00.650
上げる

00:00:00.650 --> 00:00:02.050 line:90%
<b>止める</b>

01:00.000 --> 01:01.500
下ろす &amp; 戻す
`;

test("reads cues with and without hours, ids and settings", () => {
  const cues = parseCaptions(VTT);
  expect(cues.map((cue) => cue.text)).toEqual(["上げる", "止める", "下ろす & 戻す"]);
  expect(cues[2]).toMatchObject({ start: 60, end: 61.5 });
});

test("reads files with CRLF, and what is no caption file as no cues", () => {
  expect(parseCaptions(VTT.replaceAll("\n", "\r\n"))).toHaveLength(3);
  expect(parseCaptions("<html>not found</html>")).toEqual([]);
});

test("a cue is on from its start up to its end", () => {
  const cues = parseCaptions(VTT);
  expect(cueAt(cues, 0.65)?.text).toBe("止める");
  expect(cueAt(cues, 2.05)).toBeNull();
});

test("marks stand where something begins, none at the clip's ends", () => {
  expect(marks([0, 1, 4], 4)).toEqual([0.25]);
});

test("lines without times take turns", () => {
  expect(inTurn(["a", "b"], 5)).toEqual([
    { start: 0, end: 2.5, text: "a" },
    { start: 2.5, end: 5, text: "b" },
  ]);
  expect(inTurn(["a"], 0)).toEqual([]);
});
