import { ADVICE, currentTime, expect, expectPicture, player, test } from "./fixtures";
import { bend, STATES } from "./states";

let run = 0;
test.use({ allowed: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|Failed to load resource/] });

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
});

test("nothing to play: step, cause, next step, and a retry that is sent", async ({ page }) => {
  await bend(page, STATES.failed as never);
  await page.goto(`/result/${run}/`);
  const alert = page.getByRole("alert").filter({ hasText: "作れませんでした" });
  await expect(alert).toContainText("動画の受け取り");
  await expect(alert).toContainText("保存先の空き容量が足りません。");
  await expect(alert).toContainText("空き容量を増やしてから");
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.url().endsWith("/retry")),
    alert.getByRole("button", { name: "もう一度つくる" }).click(),
  ]);
  expect(sent.headers()["otehon-request"]).toBe("1");
});

test("a retry that does not reach the service says so", async ({ page }) => {
  await bend(page, STATES.failed as never);
  await page.route("**/retry", (route) => route.abort());
  await page.goto(`/result/${run}/`);
  const alert = page.getByRole("alert").filter({ hasText: "作れませんでした" });
  await alert.getByRole("button", { name: "もう一度つくる" }).click();
  await expect(alert).toContainText("サーバーにつながりません。");
});

test("an unknown outcome is never retried without a person", async ({ page }) => {
  await bend(page, STATES.unknown as never);
  const retries: string[] = [];
  page.on("request", (request) => request.url().endsWith("/retry") && retries.push(request.url()));
  await page.goto(`/result/${run}/`);
  await expect(page.getByText("AI動画ができたか、確認できません")).toBeVisible();
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  expect(retries).toEqual([]);
  await expect(page.getByRole("button", { name: "確認して、もう一度つくる" })).toBeVisible();
});

test("a link that has expired is asked for again, without a word from the viewer", async ({ page }) => {
  let expired = true;
  await page.route("**/api/video-generation/media/**", (route) =>
    expired ? route.fulfill({ status: 410, body: "" }) : route.continue(),
  );
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expect.poll(() => player(page).evaluate((video: HTMLVideoElement) => video.error?.code ?? 0)).toBeGreaterThan(0);
  expired = false;
  await expectPicture(page);
  await expect(page.getByText("動画の期限が切れたため、読み込み直しました。")).toBeVisible();
});

test("offline: says so, the loaded clip plays on, and it resumes", async ({ page, context }) => {
  await page.goto(`/result/${run}/`);
  await player(page).scrollIntoViewIfNeeded();
  await expectPicture(page);
  await context.setOffline(true);
  await expect(page.getByText("オフラインです")).toBeInViewport();
  await expect(player(page)).toBeInViewport();
  const before = await currentTime(page);
  await expect.poll(() => currentTime(page)).not.toBe(before);
  await context.setOffline(false);
  await expect(page.getByText("オフラインです")).toBeHidden();
});

test("a page that does not exist says so", async ({ page }) => {
  await page.goto("/nowhere/");
  await expect(page.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
});
