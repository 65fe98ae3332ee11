import { ADVICE, currentTime, expect, expectPicture, player, test } from "./fixtures";

test.use({
  settings: {
    OTEHON_ENGINES: "fake,studio",
    OTEHON_FAKE_SCRIPT: JSON.stringify({ seconds: 6, poll_after: 0.3, refuse_words: "REFUSE" }),
  },
});

test("the studio's clip plays at once, the better one takes over at the same spot", async ({ page, service }) => {
  const run = await service.run(ADVICE);
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  await expect(page.getByText(/AI動画を作成中/)).toBeVisible();
  const top = await page.locator("#player .stage").boundingBox();
  await page.getByRole("button", { name: "0.5×" }).click();
  await expect(page.getByText("AI動画に切り替わりました。")).toBeVisible({ timeout: 25_000 });
  const after = await player(page).evaluate((video: HTMLVideoElement) => ({
    speed: video.playbackRate,
    paused: video.paused,
  }));
  expect(after).toEqual({ speed: 0.5, paused: false });
  expect((await page.locator("#player .stage").boundingBox())?.y).toBe(top?.y);
  await expect(page.getByText("AI生成", { exact: true })).toBeVisible();
});

test("the better clip can be canceled and asked for again; the studio's plays on", async ({ page, service }) => {
  const run = await service.run(ADVICE);
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  await page.getByRole("button", { name: "やめる" }).click();
  await expect(page.getByText("AI動画の作成をやめました。")).toBeVisible();
  const before = await currentTime(page);
  await expect.poll(() => currentTime(page)).not.toBe(before);
  await page.getByRole("button", { name: "もう一度つくる" }).click();
  await expect(page.getByText(/AI動画を作成中/)).toBeVisible();
});

test("a refused better clip is told beside the studio's", async ({ page, service }) => {
  const run = await service.run(ADVICE.replace("壁を押しながら", "REFUSE 壁を押しながら"));
  await page.goto(`/result/${run}/`);
  await expect(page.getByText("AI動画は作れませんでした。スタジオの動画を表示しています。")).toBeVisible();
  await page.getByText("AI動画は作れませんでした。").click();
  await expect(page.getByText("動画エンジンがこの内容を作る前に拒否しました。料金はかかっていません。")).toBeVisible();
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
});

test.describe("the service dies in the middle", () => {
  test.use({ allowed: [/ERR_|Failed to load resource/] });

  test("the page says so, comes back by itself and shows the end", async ({ page, service }) => {
    const run = await service.run(ADVICE);
    await page.goto(`/result/${run}/`);
    await player(page).scrollIntoViewIfNeeded();
    await expectPicture(page);
    await service.kill();
    await expect(page.getByText("サーバーにつなぎ直しています")).toBeVisible({ timeout: 15_000 });
    await service.start();
    await expect(page.getByText("サーバーにつなぎ直しています")).toBeHidden({ timeout: 45_000 });
    await expect(page.getByText("AI動画に切り替わりました。")).toBeVisible({ timeout: 30_000 });
  });
});
