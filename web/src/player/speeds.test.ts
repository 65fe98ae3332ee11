import { expect, test } from "vitest";
import { nextSpeed } from "./speeds";

test("goes one step and stays at the ends", () => {
  expect(nextSpeed(1, -1)).toBe(0.75);
  expect(nextSpeed(0.25, -1)).toBe(0.25);
  expect(nextSpeed(1, 1)).toBe(1);
});
