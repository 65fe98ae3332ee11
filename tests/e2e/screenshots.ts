import type { Page } from "@playwright/test";
import { ADVICE, CARDS, expect, expectPicture, open as openPage, PLAYER, player, settled as settle, test } from "./fixtures";
import { bend, STATES } from "./states";

/** Pictures of every page and state, to be looked at: `make screenshots`. */

const settled = (page: Page) => settle(page, true);
const open = (page: Page, path: string, subject?: string) => openPage(page, path, subject, true);

const FOLDER = `${__dirname}/shots`;
const WIDTHS = [390, 1280];
const MOMENT = 1.2;

let run = 0;
let bare = 0;
test.use({ allowed: [/./] });
test.describe.configure({ timeout: 300_000 });

test.beforeAll(async ({ service }) => {
  run = await service.completed(ADVICE);
  bare = await service.run("【📊 現状のフォームについて】\n腰が低めです。");
});

/** Always the same moment of the clip. */
async function hold(page: Page, moment = MOMENT): Promise<void> {
  await expectPicture(page);
  await player(page).evaluate((video: HTMLVideoElement, seconds) => {
    video.pause();
    return new Promise((resolve) => {
      video.addEventListener("seeked", resolve, { once: true });
      video.currentTime = seconds;
    });
  }, moment);
  await settled(page);
}

async function toPlayer(page: Page): Promise<void> {
  await page.locator("#player").evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
}

for (const width of WIDTHS) {
  const size = { width, height: width < 700 ? 844 : 900 };
  test.describe(`${width}`, () => {
    test.use({ viewport: size });
    /** A whole page is seen from its top: the header stands where the window does. */
    const shoot = async (page: Page, name: string, fullPage = true) => {
      if (fullPage) await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      await settled(page);
      await page.screenshot({ path: `${FOLDER}/${name}-${width}.png`, fullPage });
    };

    test("pages", async ({ page }) => {
      for (const [name, path] of Object.entries({ none: `/result/${bare}/`, missing: "/result/2147483000/", nowhere: "/nowhere/", "catalogue-none": "/catalogue/?q=けん玉" })) {
        await open(page, path, "h1, h2");
        await shoot(page, name);
      }
      await open(page, "/catalogue/", CARDS);
      await shoot(page, "catalogue", false);
      await open(page, "/catalogue/wall_drill/", PLAYER);
      await hold(page);
      await shoot(page, "drill");
      await open(page, "/catalogue/?muscles=gluteus_maximus", CARDS);
      await page.getByRole("button", { name: /筋肉/ }).click();
      await settled(page);
      await shoot(page, "catalogue-filtered", false);
      await page.goto(`/embed/${run}/`);
      await hold(page);
      await shoot(page, "embed");
      await page.goto(`/result/${run}/`);
      await hold(page);
      await shoot(page, "result");
      await open(page, "/", ".hero-coach img");
      await shoot(page, "home");
    });

    test("right and wrong", async ({ page }) => {
      await open(page, "/catalogue/hip_lift/", PLAYER);
      await page.getByRole("button", { name: "よくある間違い" }).click();
      await expect(page.locator(".scrub-verdict")).toHaveCount(2, { timeout: 25_000 });
      for (const [name, moment] of Object.entries({ right: 2.2, wrong: 7.6 })) {
        await hold(page, moment);
        await shoot(page, name);
      }
    });

    for (const [name, change] of Object.entries(STATES)) {
      test(name, async ({ page }) => {
        await bend(page, change);
        await page.goto(`/result/${run}/`);
        await toPlayer(page);
        if (["waiting", "rendering", "failed"].includes(name)) await settled(page);
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
      await page.getByText("オフラインです").waitFor();
      await settled(page);
      await shoot(page, "offline", false);
      await context.setOffline(false);
      await page.getByRole("button", { name: "EN", exact: true }).click();
      await hold(page);
      await shoot(page, "english");
      await page.emulateMedia({ colorScheme: "dark" });
      await settled(page);
      await shoot(page, "dark");
      const calm = await browser.newPage({ viewport: size, reducedMotion: "reduce", baseURL: new URL(page.url()).origin });
      await calm.goto(`/result/${run}/`);
      await toPlayer(calm);
      await expect(calm.getByRole("list", { name: "お手本の静止画" }).getByRole("listitem").first()).toBeVisible();
      await settled(calm);
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
