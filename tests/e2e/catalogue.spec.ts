import { currentTime, expect, expectPicture, test } from "./fixtures";

test.beforeEach(async ({ page }) => {
  await page.goto("/catalogue/");
  await expect(page.getByRole("listitem").first()).toBeVisible();
});

test("drills are found by kana, kanji and English, and the search stands in the address", async ({ page }) => {
  const search = page.getByRole("searchbox");
  for (const query of ["ぷらんく", "PLANK"]) {
    await search.fill(query);
    await expect(page.locator("main li a").first()).toContainText("プランク");
  }
  await page.reload();
  await expect(search).toHaveValue("PLANK");
  await search.fill("けん玉");
  await expect(page.getByRole("heading", { name: "「けん玉」に合う種目は見つかりませんでした" })).toBeVisible();
  await page.getByRole("button", { name: "条件を消す" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "種目" })).toHaveText(/^\d{2,3}種目$/);
});

test("filters narrow the gallery, by keyboard too", async ({ page }) => {
  await page.getByRole("button", { name: "道具" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "壁", exact: true }).press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "道具：壁" })).toBeFocused();
  await expect(page.locator("main li a", { hasText: "ウォールドリル" })).toBeVisible();
  await expect(page.locator("main li a", { hasText: "プランク" })).toHaveCount(0);
});

test("a drill's page plays its demonstration", async ({ page }) => {
  await page.goto("/catalogue/squat/");
  await expectPicture(page);
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0.2);
});

test("a drill's page has cues, mistakes, when to stop, dose and sources", async ({ page }) => {
  await page.locator("main li a", { hasText: "ウォールドリル" }).first().click();
  await page.waitForURL(/\/catalogue\/wall_drill\/$/);
  await expect(page.getByRole("heading", { level: 1, name: "ウォールドリル" })).toBeVisible();
  for (const text of ["ポイント", "やめどき", "目安の量"]) await expect(page.getByText(text, { exact: true })).toBeVisible();
  for (const name of ["よくある間違い", "目安と確認"]) await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("コーチ未確認").first()).toBeVisible();
});

test("previews of moving drills play only while they are on the screen", async ({ page }) => {
  const playing = () =>
    page.evaluate(() => [...document.querySelectorAll("video")].filter((video) => !video.paused).length);
  await page.getByRole("searchbox").fill("スクワット");
  await expect.poll(playing).toBeGreaterThan(0);
  expect(await playing()).toBeLessThanOrEqual(12);
});
