import type { Page } from "@playwright/test";
import { ADVICE, currentTime, expect, expectPicture, player, settled, test } from "./fixtures";

/** Moments of the clip that are looked at. */
const LOOKS = 20;

let run = 0;

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
});

test.beforeEach(async ({ page }) => {
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  await expect.poll(() => state(page).then((now) => now.paused)).toBe(false);
});

function state(page: Page) {
  return player(page).evaluate((video: HTMLVideoElement) => ({
    paused: video.paused,
    time: video.currentTime,
    speed: video.playbackRate,
    loop: video.loop,
    source: video.currentSrc,
  }));
}

test("keys play, step, change speed, loop and captions", async ({ page }) => {
  await page.keyboard.press("k");
  expect((await state(page)).paused).toBe(true);
  const before = await currentTime(page);
  await page.keyboard.press(".");
  await expect.poll(() => currentTime(page)).toBeCloseTo(before + 1 / 30, 2);
  await page.keyboard.press(",");
  await expect.poll(() => currentTime(page)).toBeCloseTo(before, 2);
  await page.keyboard.press("l");
  await expect.poll(() => currentTime(page)).toBeGreaterThan(before + 0.9);
  await page.keyboard.press("j");
  await expect.poll(() => currentTime(page)).toBeCloseTo(before, 1);
  await page.keyboard.press("<");
  expect((await state(page)).speed).toBe(0.75);
  await expect(page.getByTestId("live")).toHaveText("速さ 0.75倍");
  await page.keyboard.press(">");
  expect((await state(page)).speed).toBe(1);
  await page.keyboard.press("r");
  expect((await state(page)).loop).toBe(false);
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "字幕" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Space");
  await expect.poll(() => state(page).then((now) => now.paused)).toBe(false);
});

test("keys can be turned off", async ({ page }) => {
  await page.getByRole("button", { name: "キー操作" }).click();
  await page.getByLabel("キー操作を使う").uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "閉じる" }).click();
  await page.keyboard.press("k");
  expect((await state(page)).paused).toBe(false);
});

test("the mirrored clip is another rendering and takes over at the same spot", async ({ page }) => {
  await page.keyboard.press("k");
  await page.getByRole("slider", { name: "再生位置" }).fill("2");
  const before = await state(page);
  await page.keyboard.press("m");
  await expect.poll(() => state(page).then((now) => now.source), { timeout: 20_000 }).not.toBe(before.source);
  await expect.poll(() => currentTime(page)).toBeCloseTo(before.time, 1);
  expect((await state(page)).paused).toBe(true);
});

test("tabs go by arrow keys and keep the speed", async ({ page }) => {
  await page.getByRole("button", { name: "0.5×" }).click();
  await page.getByRole("tab").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab").nth(1)).toHaveAttribute("aria-selected", "true");
  await expectPicture(page);
  await expect.poll(() => state(page).then((now) => now.speed)).toBe(0.5);
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0.1);
});

test("the counter never passes the dose, and the caption follows the phase", async ({ page }) => {
  const counter = page.locator("#player .stage p");
  await expect(counter).toContainText("/ 10回");
  const captions = new Set<string>();
  const length = await player(page).evaluate((video: HTMLVideoElement) => video.duration);
  const position = page.getByRole("slider", { name: "再生位置" });
  await page.keyboard.press("k");
  for (let look = 0; look < LOOKS; look++) {
    await position.fill(String((look / LOOKS) * length));
    await settled(page);
    expect(Number(await counter.locator("b").textContent())).toBeLessThanOrEqual(10);
    captions.add((await page.locator("#player .deck > p").textContent()) ?? "");
  }
  expect(captions.size).toBeGreaterThan(1);
});

test("the clip can be saved", async ({ page }) => {
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 30_000 }),
    page.getByRole("button", { name: "動画を保存" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
});

test("full screen and back", async ({ page }) => {
  await page.getByRole("button", { name: "全画面", exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toContain("view");
  await expect(page.getByRole("button", { name: "全画面をやめる" })).toBeAttached();
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("less motion: stills until asked, then the video", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect(page.getByRole("list", { name: "お手本の静止画" }).getByRole("listitem")).toHaveCount(4);
  expect((await state(page)).source).toBe("");
  await page.getByRole("button", { name: "動画を再生" }).click();
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0.1);
});
