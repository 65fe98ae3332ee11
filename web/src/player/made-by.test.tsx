import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { clip } from "@/testing/clips";
import { show } from "@/testing/render";
import { MadeBy } from "./made-by";

test("a library's clip says its title and licence beside the engine", () => {
  const credit = { title: "スクワット基本", licence: "CC BY 4.0" };
  show(<MadeBy clip={clip({ shownEngine: "library", credit })} />);
  expect(screen.getByText("動画集 · library")).toBeTruthy();
  expect(screen.getByText("スクワット基本 · CC BY 4.0")).toBeTruthy();
});

test("a clip that nobody owns says only who made it", () => {
  show(<MadeBy clip={clip({ shownEngine: "gemini-omni" })} />);
  expect(document.body.textContent).toBe("AI生成 · Gemini Omni");
});
