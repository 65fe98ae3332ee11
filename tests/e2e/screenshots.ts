import type { Page } from "@playwright/test";
import { ADVICE, expectPicture, player, test } from "./fixtures";
import { bend, STATES } from "./states";

/** Pictures of every page and state, to be looked at: `make screenshots`. */

const FOLDER = `${__dirname}/shots`;
const WIDTHS = [390, 1280];
const MOMENT = 1.2;

let run = 0;
let bare = 0;
test.use({ allowed: [/./] });

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
  bare = await service.run("【📊 現状のフォームについて】\n腰が低めです。");
});

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForTimeout(600);
}

/** Always the same moment of the clip. */
async function hold(page: Page): Promise<void> {
  await expectPicture(page);
  await player(page).evaluate((video: HTMLVideoElement, moment) => {
    video.pause();
    video.currentTime = moment;
  }, MOMENT);
  await page.waitForTimeout(300);
}

async function toPlayer(page: Page): Promise<void> {
  await page.locator("#player").evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
}

for (const width of WIDTHS) {
  const size = { width, height: width < 700 ? 844 : 900 };
  test.describe(`${width}`, () => {
    test.use({ viewport: size });
    const shoot = (page: Page, name: string, fullPage = true) =>
      page.screenshot({ path: `${FOLDER}/${name}-${width}.png`, fullPage });

    test("pages", async ({ page }) => {
      const paths = { catalogue: "/catalogue/", drill: "/catalogue/wall_drill/", none: `/result/${bare}/`, missing: "/result/2147483000/", nowhere: "/nowhere/" };
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        await settle(page);
        await shoot(page, name, name !== "catalogue");
      }
      await page.goto("/catalogue/?q=けん玉");
      await settle(page);
      await shoot(page, "catalogue-none");
      await page.goto("/catalogue/?muscles=gluteus_maximus");
      await settle(page);
      await page.getByRole("button", { name: /筋肉/ }).click();
      await shoot(page, "catalogue-filtered", false);
      await page.goto(`/embed/${run}/`);
      await hold(page);
      await shoot(page, "embed");
      await page.goto(`/result/${run}/`);
      await hold(page);
      await shoot(page, "result");
      await page.goto("/");
      await settle(page);
      await shoot(page, "home");
    });

    for (const [name, change] of Object.entries(STATES)) {
      test(name, async ({ page }) => {
        await bend(page, change);
        await page.goto(`/result/${run}/`);
        await toPlayer(page);
        if (["waiting", "rendering", "failed"].includes(name)) await settle(page);
        else await hold(page);
        if (name === "partial") await page.locator("#player summary").click();
        await toPlayer(page);
        await shoot(page, name, name === "partial" || name === "unknown");
      });
    }

    test("other circumstances", async ({ page, context, browser }) => {
      await page.goto(`/result/${run}/`);
      await hold(page);
      await context.setOffline(true);
      await page.waitForTimeout(300);
      await shoot(page, "offline", false);
      await context.setOffline(false);
      await page.getByRole("button", { name: "EN", exact: true }).click();
      await hold(page);
      await shoot(page, "english");
      await page.emulateMedia({ colorScheme: "dark" });
      await shoot(page, "dark");
      const calm = await browser.newPage({ viewport: size, reducedMotion: "reduce", baseURL: new URL(page.url()).origin });
      await calm.goto(`/result/${run}/`);
      await toPlayer(calm);
      await settle(calm);
      await shoot(calm, "still", false);
      await calm.close();
    });

    test("token", async ({ page }) => {
      await page.route("**/runs", (route) => route.fulfill({ status: 401, json: { detail: "" } }));
      await page.goto("/");
      await page.getByRole("button", { name: "後傾フォーム" }).click();
      await page.getByRole("button", { name: "お手本をつくる" }).click();
      await page.getByRole("dialog").waitFor();
      await shoot(page, "token", false);
    });
  });
}
