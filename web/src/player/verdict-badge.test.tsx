import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Judged } from "@/api/view";
import { show } from "@/testing/render";
import { cueAt } from "./captions";
import { VerdictBadge } from "./verdict-badge";

const WORDS = { ja: "", en: "" };
const IN_TURN: readonly Judged[] = [
  { start: 0, end: 2, right: true, words: WORDS },
  { start: 2.4, end: 4, right: false, words: WORDS },
];

test.each([
  [1, "○ 正しい動き"],
  [2.4, "× よくある間違い"],
])("at %s s the clip says %s", (time, words) => {
  const part = cueAt(IN_TURN, time);
  if (part) show(<VerdictBadge right={part.right} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test("between the two the clip says nothing", () => {
  expect(cueAt(IN_TURN, 2.2)).toBeNull();
});
