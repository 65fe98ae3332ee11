import { expect, test } from "vitest";
import type { Drill } from "@/api/view";
import { NO_DOSE } from "@/testing/clips";
import { NO_EQUIPMENT, NO_FILTERS, search } from "./search";

function drill(id: string, ja: string, en: string, change: Partial<Drill> = {}): Drill {
  return {
    id,
    names: { ja, en },
    synonyms: { ja: [], en: [] },
    category: { ja: "", en: "" },
    position: null,
    muscles: [],
    equipment: [],
    dose: NO_DOSE,
    tempo: { ja: "", en: "" },
    cues: { ja: [], en: [] },
    mistakes: [],
    stop: { ja: "", en: "" },
    confirmedBy: null,
    status: null,
    sources: [],
    hasMovement: true,
    hasMistake: false,
    clipId: null,
    ...change,
  };
}

const GLUTE = { id: "glute", name: { ja: "大殿筋", en: "glutes" } };
const WALL = { id: "wall", name: { ja: "壁", en: "wall" } };
const DRILLS = [
  drill("side_plank", "サイドプランク", "Side plank"),
  drill("plank", "プランク", "Plank"),
  drill("high_knees", "もも上げ", "High knees", { synonyms: { ja: ["腿上げ"], en: [] }, muscles: [GLUTE] }),
  drill("wall_drill", "ウォールドリル", "Wall drill", { equipment: [WALL], confirmedBy: "coach" }),
];

function found(change: Partial<typeof NO_FILTERS>): string[] {
  return search(DRILLS, { ...NO_FILTERS, ...change }).map((one) => one.id);
}

test("finds by kana, half-width kana, kanji and English, whatever the case and spaces", () => {
  for (const query of ["ぷらんく", "ﾌﾟﾗﾝｸ", "PLANK"])
    expect(found({ query })).toEqual(["plank", "side_plank"]);
  expect(found({ query: "腿上げ" })).toEqual(["high_knees"]);
  expect(found({ query: "high  KNEES" })).toEqual(["high_knees"]);
});

test("every drill without a query, none for what nobody is called", () => {
  expect(found({})).toHaveLength(4);
  expect(found({ query: "けん玉" })).toEqual([]);
});

test("what can be watched comes first among equals", () => {
  const still = drill("still", "静か", "Still", { hasMovement: false });
  expect(search([still, ...DRILLS], NO_FILTERS).at(-1)?.id).toBe("still");
});

test("filters narrow together", () => {
  expect(found({ muscles: ["glute"] })).toEqual(["high_knees"]);
  expect(found({ equipment: ["wall"] })).toEqual(["wall_drill"]);
  expect(found({ equipment: [NO_EQUIPMENT] })).toHaveLength(3);
  expect(found({ checked: true })).toEqual(["wall_drill"]);
  expect(found({ checked: true, muscles: ["glute"] })).toEqual([]);
});
