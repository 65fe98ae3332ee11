import { createTranslator } from "use-intl";
import { expect, test } from "vitest";
import { en } from "./en";
import { ja } from "./ja";

function flat(messages: object, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

const EN = new Map(flat(en));
const VALUES = {
  id: "1",
  count: 2,
  percent: 5,
  n: 2,
  name: "x",
  rate: "1",
  seconds: 3,
  now: "1",
  length: "2",
};
const MORE = {
  engine: "e",
  total: 9,
  done: 1,
  max: "9",
  status: "500",
  q: "q",
  values: "v",
  drill: "d",
  names: "n",
  heading: (words: string) => words,
};

test.each(flat(ja))("%s is said in both languages with the same values", (id, text) => {
  const other = EN.get(id) ?? "";
  const names = (message: string) =>
    [...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]).sort();
  expect(other).not.toBe("");
  expect(names(other).filter((name) => name !== "one")).toEqual(names(text));
});

test("every message can be formatted", () => {
  for (const [locale, messages] of [
    ["ja", ja],
    ["en", en],
  ] as const) {
    const { markup } = createTranslator({ locale, messages });
    const translate = markup as unknown as (id: string, values: object) => string;
    for (const [id] of flat(messages)) expect(translate(id, { ...VALUES, ...MORE })).not.toContain("{");
  }
});

test("the words that this product does not use", () => {
  for (const [id, text] of flat(ja)) expect(text, id).not.toMatch(/エラーが発生|ください[^。]*ください/);
});
