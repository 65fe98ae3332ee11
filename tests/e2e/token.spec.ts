import { ADVICE, expect, test } from "./fixtures";

test.use({ settings: { OTEHON_API_TOKEN: "open-sesame" }, allowed: [/401/] });

test("the token is asked for once, a wrong one is refused, and scripts cannot read it", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("アドバイスの文章").fill(ADVICE);
  await page.getByRole("button", { name: "お手本をつくる" }).click();
  const dialog = page.getByRole("dialog", { name: "アクセストークンを入れてください" });
  await dialog.getByLabel("トークン").fill("wrong");
  await dialog.getByRole("button", { name: "続ける" }).click();
  await expect(dialog.getByText("トークンが違います。")).toBeVisible();
  await dialog.getByLabel("トークン").fill("open-sesame");
  await dialog.getByRole("button", { name: "続ける" }).click();
  await page.waitForURL(/\/result\/\d+\//);
  expect(await page.evaluate(() => document.cookie)).toBe("");

  await page.goto("/");
  await page.getByLabel("アドバイスの文章").fill(ADVICE);
  await page.getByRole("button", { name: "お手本をつくる" }).click();
  await page.waitForURL(/\/result\/\d+\//);
});

test("who has none can look", async ({ page, service }) => {
  const run = await service.run(ADVICE, { Authorization: "Bearer open-sesame" });
  await page.goto(`/result/${run}/`);
  await expect(page.getByRole("tab")).toHaveCount(3);
  await page.goto("/");
  await page.getByLabel("アドバイスの文章").fill(ADVICE);
  await page.getByRole("button", { name: "お手本をつくる" }).click();
  await page.getByRole("button", { name: "見るだけにする" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByLabel("アドバイスの文章")).toHaveValue(ADVICE);
});
