import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { cueAt } from "./captions";
import { type Judged, VerdictBadge } from "./verdict-badge";

const IN_TURN: readonly Judged[] = [
  { start: 0, end: 2, verdict: "right" },
  { start: 2, end: 4, verdict: "mistake" },
];

test.each([
  [1, "○ 正しい動き"],
  [2, "× よくあるまちがい"],
])("at %s s the clip says %s", (time, words) => {
  const part = cueAt(IN_TURN, time);
  if (part) show(<VerdictBadge verdict={part.verdict} />);
  expect(screen.getByText(words)).toBeTruthy();
});
