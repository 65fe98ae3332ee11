import type { Page } from "@playwright/test";
import { ADVICE, expect, expectAccessible, open, PLAYER, test } from "./fixtures";
import { bend, STATES } from "./states";

/** As many as fill the row of tabs more than twice; the advice's own drills come last. */
const MORE = 6;
const LONG = { ja: "シングルレッグヒップリフト", en: "Single-Leg Hip Lift" };

let run = 0;
test.use({ allowed: [/Failed to load resource/] });

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
});

async function openMany(page: Page): Promise<void> {
  await bend(page, (status) => {
    const [first] = status.clips;
    const more = Array.from({ length: MORE }, (_, at) => ({ ...first, clip_id: `more-${at}`, drill: null, names: LONG }));
    status.clips = [...more, ...status.clips];
  });
  await page.goto(`/result/${run}/`);
  await expect(page.getByRole("tab")).toHaveCount(MORE + 3);
}

function lines(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 8))).size;
  });
}

for (const width of [360, 1280]) {
  test(`${width} px: many drills leave the title its line and the card its width`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openMany(page);
    expect(await lines(page, "h1")).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectAccessible(page);
  });
}

test("a drill chosen in the text has its tab in sight", async ({ page }) => {
  await openMany(page);
  const tab = page.getByRole("tab", { name: /プランク/ });
  await expect(tab).not.toBeInViewport({ ratio: 0.99 });
  await page.getByRole("link", { name: "プランク" }).last().click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
  await expect(tab).toBeInViewport({ ratio: 0.99 });
});

test("a single drill needs no tab", async ({ page }) => {
  await bend(page, (status) => {
    status.clips = status.clips.slice(0, 1);
  });
  await page.goto(`/result/${run}/`);
  await expect(page.locator("#player h3")).toContainText("ウォールドリル");
  await expect(page.getByRole("tab")).toHaveCount(0);
});

test("the deck is as tall before the first picture as with it", async ({ page }) => {
  const deck = page.getByRole("group", { name: "動画の操作" });
  await bend(page, STATES.rendering as never);
  await page.goto(`/result/${run}/`);
  await expect(deck.getByRole("button", { name: "よくある間違い", exact: true })).toBeDisabled();
  const before = (await deck.boundingBox())?.height;
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await expect(deck.getByRole("button", { name: "よくある間違い", exact: true })).toBeEnabled();
  expect((await deck.boundingBox())?.height).toBe(before);
});

test("on the narrowest phones the controls keep to two rows", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of [`/result/${run}/`, "/catalogue/wall_drill/"]) {
    await open(page, path, PLAYER);
    const tops = await Promise.all(
      ["0.25×", "くり返し", "左右反転", "字幕"].map(async (name) => {
        const box = await page.getByRole("button", { name, exact: true }).boundingBox();
        expect(box?.width).toBeGreaterThanOrEqual(44);
        return box?.y;
      }),
    );
    expect(new Set(tops).size).toBe(1);
  }
});

test("the advice is read out in its own language, whichever the page speaks", async ({ page }) => {
  await page.goto(`/result/${run}/`);
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("article section:has(.prose)").first()).toHaveAttribute("lang", "ja");
});
