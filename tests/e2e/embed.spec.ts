import { ADVICE, expect, expectPicture, player, test } from "./fixtures";

test("the player alone, with a way to the whole advice", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/embed/${run}/`);
  await expectPicture(page);
  await expect(player(page)).toBeInViewport();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "アドバイス全文を見る" })).toHaveAttribute("href", `/result/${run}/`);
});
