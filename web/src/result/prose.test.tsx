import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { Prose } from "./prose";

const NAMES = [
  { name: "スクワット", clipId: "squat" },
  { name: "ブルガリアンスクワット", clipId: "bulgarian" },
];

function prose(body: string) {
  const onDrill = vi.fn();
  const view = show(<Prose body={body} names={NAMES} onDrill={onDrill} />);
  return { onDrill, element: view.container };
}

test("a drill's first mention leads to its clip", async () => {
  const { onDrill } = prose("・スクワット 10回\n・スクワットは休まずに");
  const links = screen.getAllByRole("link");
  expect(links).toHaveLength(1);
  await userEvent.click(links[0] as HTMLElement);
  expect(onDrill).toHaveBeenCalledWith("squat");
});

test("the longer name wins over the one that it contains", () => {
  prose("ブルガリアンスクワットのあとにスクワット");
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
    "ブルガリアンスクワット",
    "スクワット",
  ]);
});

test("markup in the advice stays text", () => {
  const { element } = prose(
    '前<script>alert(1)</script>後 <img src=x onerror="alert(1)"> ![絵](https://example.com/a.png)',
  );
  expect(element.querySelector("script, img")).toBeNull();
  expect(element.textContent).toContain("<script>alert(1)</script>");
  expect(element.textContent).toContain("絵");
});

test("a link that runs code loses its address", () => {
  prose("[押す](javascript:alert(1))");
  expect(screen.getByText("押す").getAttribute("href") ?? "").not.toContain("javascript");
});

test("tables are tables", () => {
  const { element } = prose("| 種目 | 回数 |\n|---|---|\n| 腕振り | 20 |");
  expect(element.querySelectorAll("td")).toHaveLength(2);
});
