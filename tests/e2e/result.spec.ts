import type { Page } from "@playwright/test";
import { ADVICE, currentTime, expect, expectPicture, player, settled, test } from "./fixtures";

const FIRST_PICTURE_MS = 2500;

test("a sample becomes a card whose video plays and loops", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "後傾フォーム" }).click();
  await expect(page.getByLabel("アドバイスの文章")).toHaveValue(/補強ドリル/);
  await page.getByRole("button", { name: "お手本をつくる" }).click();
  await page.waitForURL(/\/result\/\d+\//);

  await expect(page.getByRole("heading", { level: 1, name: "改善アドバイス" })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(3);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  const length = await player(page).evaluate((video: HTMLVideoElement) => video.duration);
  expect(length).toBeGreaterThanOrEqual(4);
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0.3);
  await player(page).evaluate((video: HTMLVideoElement) => {
    video.currentTime = video.duration - 0.3;
  });
  await expect.poll(() => currentTime(page)).toBeLessThan(length / 2);
});

test("the first moving picture of a fresh run is soon there", async ({ page, service }) => {
  await service.completed(ADVICE);
  const tries: number[] = [];
  // The machine's other work can only add to the time: the best of three tells ours.
  while (tries.length < 3 && Math.min(...tries) > FIRST_PICTURE_MS) {
    const run = await service.run(ADVICE);
    await page.goto(`/result/${run}/`, { waitUntil: "commit" });
    tries.push(await untilMoving(page));
  }
  console.log(`first moving picture after ${tries.map(Math.round).join(", ")} ms`);
  expect(Math.min(...tries)).toBeLessThan(FIRST_PICTURE_MS);
});

/** Milliseconds of the page's own clock until any video moves. */
function untilMoving(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const videos = [...document.querySelectorAll("video")];
          if (videos.some((video) => video.currentTime > 0 && !video.paused)) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

test("the page stays after a reload, and is in this browser's recent runs", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/result/${run}/`);
  await page.reload();
  await expect(page.getByRole("tab")).toHaveCount(3);
  await page.goto("/");
  await expect(page.getByRole("link", { name: new RegExp(`#${run}`) })).toBeVisible();
});

test("a drill in the text leads to its clip", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/result/${run}/`);
  await page.getByRole("link", { name: "プランク", exact: true }).click();
  await expect(page.getByRole("tab", { name: /プランク/ })).toHaveAttribute("aria-selected", "true");
  await expect(player(page)).toBeInViewport();
});

test("markup in the advice stays text", async ({ page, service }) => {
  const evil = `【📊 現状】\n<script>document.title = "owned"</script><img src=x onerror=alert(1)>\n\n${ADVICE}`;
  const run = await service.run(evil);
  await page.goto(`/result/${run}/`);
  await expect(page.getByText('<script>document.title = "owned"</script>')).toBeVisible();
  expect(await page.title()).not.toContain("owned");
  await expect(page.locator(".prose img")).toHaveCount(0);
});

test("an advice without drills says what to write, and can be mended", async ({ page, service }) => {
  const run = await service.run("【📊 現状のフォームについて】\n腰が低めです。");
  await page.goto(`/result/${run}/`);
  await expect(page.getByRole("heading", { name: "このアドバイスには補強ドリルの欄がありません" })).toBeVisible();
  await page.getByRole("link", { name: "アドバイスを直す" }).click();
  await expect(page.getByLabel("アドバイスの文章")).toBeVisible();
});

test.describe("a number that is no run", () => {
  test.use({ allowed: [/404/] });
  for (const path of ["/result/2147483000/", "/result/abc/"]) {
    test(`${path} says so`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "この番号の解析はありません" })).toBeVisible();
    });
  }
});

test("on a phone the tabs are small, whatever their posters' size", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await settled(page);
  for (const tab of await page.getByRole("tab").all()) {
    const { width, height } = (await tab.boundingBox()) ?? { width: 0, height: 0 };
    expect(width).toBeLessThan(180);
    expect(height).toBeLessThan(180);
  }
});
