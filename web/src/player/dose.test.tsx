import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Dose } from "@/api/view";
import { storeLanguage } from "@/i18n/language";
import { NO_DOSE } from "@/testing/clips";
import { show } from "@/testing/render";
import { DoseList, useDoseLine } from "./dose";

function Line({ dose }: { dose: Dose }) {
  return <p data-testid="line">{useDoseLine()(dose)}</p>;
}

function line(dose: Partial<Dose>): string | null {
  const view = show(<Line dose={{ ...NO_DOSE, ...dose }} />);
  const text = screen.getByTestId("line").textContent;
  view.unmount();
  return text;
}

test("a dose in one line", () => {
  expect(line({ reps: 10, sets: 3, side: "both" })).toBe("左右10回 × 3");
  expect(line({ seconds: 30, sets: 3 })).toBe("30秒 × 3");
  expect(line({ seconds: 60 })).toBe("1分");
  expect(line({ seconds: 90 })).toBe("90秒");
  expect(line({ sets: 2 })).toBe("2セット");
  expect(line({})).toBe("");
});

test("a dose in English", () => {
  storeLanguage("en");
  expect(line({ reps: 10, sets: 3, side: "both" })).toBe("each side 10 reps × 3");
});

test("the list says how long to hold, and each number once", () => {
  show(<DoseList dose={{ ...NO_DOSE, reps: 10, sets: 3, holdSeconds: 2 }} />);
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "10回",
    "3セット",
    "2秒止める",
  ]);
});
