import { ADVICE, expect, test } from "./fixtures";

test("Japanese for an English browser, English by the switch, kept over a reload", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/result/${run}/`);
  await expect(page.getByRole("heading", { name: "おすすめトレーニング動画" })).toBeVisible();
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your training videos" })).toBeVisible();
  await expect(page.getByRole("tab", { name: /wall drill/i })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your training videos" })).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await expect(page).toHaveTitle(/How to improve/);
});
