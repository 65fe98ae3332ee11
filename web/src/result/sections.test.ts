import { expect, test } from "vitest";
import { SAMPLES } from "@/home/samples";
import { readSections, splitHeading, toMarkdown } from "./sections";

test("cuts an advice at its headings and leaves the banner out", () => {
  const sections = readSections(SAMPLES[0].text);
  expect(sections.map((section) => section.heading)).toEqual([
    "📊 現状のフォームについて",
    "🎯 改善のためのアクション",
    "💪 おすすめの補強ドリル",
    "💡 ワンポイントアドバイス",
  ]);
  expect(sections.filter((section) => section.isDrills)).toHaveLength(1);
});

test("keeps words before the first heading, and text on a heading's own line", () => {
  const sections = readSections("はじめに\n## 💪 おすすめの補強ドリル\nスクワット\n【ひとこと】無理なく");
  expect(sections.map((section) => section.body)).toEqual(["はじめに", "スクワット", "無理なく"]);
});

test("an advice without headings is one section", () => {
  expect(readSections("走りましょう。")).toEqual([{ heading: "", body: "走りましょう。", isDrills: false }]);
});

test("parts the emoji from the words", () => {
  expect(splitHeading("💪 おすすめ")).toEqual({ emoji: "💪", words: "おすすめ" });
  expect(splitHeading("おすすめ")).toEqual({ emoji: null, words: "おすすめ" });
});

test("Japanese bullets become a list", () => {
  expect(toMarkdown("・一つ\n● 二つ")).toBe("- 一つ\n- 二つ");
});
