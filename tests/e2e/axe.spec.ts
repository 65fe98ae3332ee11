import { ADVICE, CARDS, expect, expectAccessible, open, PLAYER, player, settled, test } from "./fixtures";
import { bend, STATES } from "./states";

/** States that bring colours of their own. */
const DARK_TOO = ["playing", "cloud", "failed", "partial"];

let run = 0;
test.use({ allowed: [/ERR_FAILED|Failed to load resource/] });
test.describe.configure({ timeout: 60_000 });

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
});

const PAGES = { "/": "h1", "/catalogue/": CARDS, "/catalogue/wall_drill/": PLAYER, "/nowhere/": "h1", "/result/2147483000/": "h1" };

for (const [path, subject] of Object.entries(PAGES)) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await open(page, path, subject);
    await expectAccessible(page);
  });
}

for (const [name, change] of Object.entries({ playing: () => {}, ...STATES })) {
  test(`axe finds nothing on the result while ${name}`, async ({ page }) => {
    if (name !== "playing") await bend(page, change);
    await page.goto(`/result/${run}/`);
    await expect(page.getByRole("tab").first()).toBeVisible();
    await page.locator("#player").scrollIntoViewIfNeeded();
    for (const colorScheme of DARK_TOO.includes(name) ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await expectAccessible(page);
    }
  });
}

test("axe finds nothing in English on a phone, with less motion, and in the embed", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/result/${run}/`);
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await expect(player(page)).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/embed/${run}/`);
  await expect(page.getByRole("list", { name: "Stills of the demonstration" })).toBeVisible();
  await expectAccessible(page);
});

test("axe finds nothing in the dialogs and the filters", async ({ page }) => {
  await page.goto(`/result/${run}/`);
  await page.getByRole("button", { name: "キー操作" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/catalogue/");
  await page.getByRole("button", { name: "筋肉" }).click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expectAccessible(page);
});

for (const [path, subject] of Object.entries({ "/": "h1", "/catalogue/": CARDS, "/catalogue/wall_drill/": PLAYER, "/result/": PLAYER, "/embed/": PLAYER })) {
  test(`nothing is cut off on ${path} from 320 to 1920 pixels`, async ({ page }) => {
    await open(page, /^.(result|embed)/.test(path) ? `${path}${run}/` : path, subject);
    for (const width of [320, 360, 390, 720, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${width}`).toBeLessThanOrEqual(0);
    }
  });
}
