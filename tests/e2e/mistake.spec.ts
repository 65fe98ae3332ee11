import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectPicture, player, test } from "./fixtures";

const ADVICE = "【💪 おすすめの補強ドリル】\n1. ヒップリフト 15回×3セット\n2. 体幹トレーニング 30秒×3セット";
const TOGGLE = { name: "よくある間違い", exact: true };
const LONG = { timeout: 25_000 };

// Each draws several films first.
test.describe.configure({ timeout: 90_000 });

function toggle(page: Page) {
  return page.locator("#player").getByRole("button", TOGGLE);
}

/** Waits for the form with the mistake; its marks stand on the scrubber. */
async function show(page: Page): Promise<void> {
  await toggle(page).click();
  await expect(page.locator(".scrub-verdict")).toHaveCount(2, LONG);
  await expectPicture(page);
}

/** Stands still at a moment of the clip. */
async function at(page: Page, seconds: number): Promise<void> {
  await player(page).evaluate((video: HTMLVideoElement) => video.pause());
  await page.getByRole("slider", { name: "再生位置" }).fill(String(seconds));
}

test("the drill's page shows right and wrong in turn, marked, and what is wrong", async ({ page }) => {
  await page.goto("/catalogue/hip_lift/");
  await expectPicture(page);
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  await show(page);
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
  const stage = page.locator("#player .stage");
  const caption = page.locator("#player .deck > p");
  await at(page, 2);
  await expect(stage.getByText("○ 正しい動き")).toBeVisible();
  await expect(caption).not.toContainText("×");
  await at(page, 8);
  await expect(stage.getByText("× よくある間違い")).toBeVisible();
  await expect(caption).toHaveText(/^× .+/);
  await expect(page.getByRole("slider", { name: "再生位置" })).toHaveAttribute("aria-valuetext", /× .+/);
  await expectAccessible(page);
  await at(page, 5.3);
  await expect(stage.getByText(/○|×/)).toHaveCount(0);
  await toggle(page).click();
  await expect(page.locator(".scrub-verdict")).toHaveCount(0, LONG);
});

test("on the card it goes by key, is said, and belongs to drills that have one", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  await page.keyboard.press("x");
  await expect(page.getByTestId("live")).toHaveText("よくある間違い オン");
  await expect(page.locator(".scrub-verdict")).toHaveCount(2, LONG);
  const [download] = await Promise.all([
    page.waitForEvent("download", LONG),
    page.getByRole("button", { name: "動画を保存" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("ヒップリフト - よくある間違い.mp4");
  await page.getByRole("tab").nth(1).click();
  await expectPicture(page);
  await expect(page.locator(".scrub-verdict")).toHaveCount(0);
});

test("who prefers less motion sees them side by side", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/catalogue/side_plank/");
  const stills = page.getByRole("list", { name: "お手本の静止画" });
  await expect(stills.getByRole("listitem").first()).toBeVisible(LONG);
  await toggle(page).click();
  await expect(stills.getByText(/^× .+/)).toHaveCount(2, LONG);
  await expect(stills.getByText("○ 正しい動き")).toHaveCount(2);
});
