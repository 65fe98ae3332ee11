import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { SAMPLES } from "@/home/samples";
import { Service } from "./service";

export { expect };

export const ADVICE = SAMPLES[0].text;

/** Settings that the service of a test file is started with. */
type Options = { settings: Record<string, string> };

type Fixtures = {
  /** What a page may complain of; by default nothing. */
  allowed: RegExp[];
  page: Page;
};

export const test = base.extend<Fixtures, Options & { service: Service }>({
  settings: [{}, { option: true, scope: "worker" }],
  service: [
    async ({ settings }, use) => {
      const service = new Service(settings);
      await service.start();
      await use(service);
      await service.stop();
    },
    { scope: "worker", timeout: 150_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  allowed: [[], { option: true }],
  page: async ({ page, allowed }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await use(page);
    // The page may be asking just now; what it asks for then is nobody's any more.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
  },
});

/** No violation of WCAG 2.2 AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const told = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" · ")}`);
  expect(told).toEqual([]);
}

/** The player's video. */
export function player(page: Page) {
  return page.locator(PLAYER);
}

export function currentTime(page: Page): Promise<number> {
  return player(page).evaluate((video: HTMLVideoElement) => video.currentTime);
}

/** Waits until the player's video has a picture. */
export async function expectPicture(page: Page): Promise<void> {
  await expect
    .poll(() => player(page).evaluate((video: HTMLVideoElement) => video.readyState), { timeout: 15_000 })
    .toBeGreaterThanOrEqual(2);
}

/** What a page is not done with: fonts, pictures and previews in view, passing changes of colour and place. */
function unsettled(previews: boolean): string[] {
  const inView = (element: Element) => {
    const { width, top, bottom, left, right } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  const found = (selector: string, waits: (element: never) => boolean) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => inView(element) && waits(element as never))
      .map(() => selector);
  const passing = document
    .getAnimations()
    .filter((one) => one.playState === "running" && one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  return [
    ...(document.fonts.status === "loaded" ? [] : ["fonts"]),
    ...found("img", (image: HTMLImageElement) => !image.complete),
    ...found("video[src]", (video: HTMLVideoElement) => video.readyState < 2),
    ...found("[data-waiting=true]", () => previews),
    ...passing.map(() => "animation"),
  ];
}

/** Drawing a screen of previews takes a cold server on a busy machine that long. */
const PREVIEWS_MS = 120_000;

/** Waits until the page shows what it is going to show; previews in view only where they are looked at. */
export async function settled(page: Page, previews = false): Promise<void> {
  await expect
    .poll(() => page.evaluate(unsettled, previews), { timeout: previews ? PREVIEWS_MS : 20_000 })
    .toEqual([]);
}

/** Opens a page and waits until what it is about is there, and all that is in view. */
export async function open(page: Page, path: string, subject = "h1", previews = false): Promise<void> {
  await page.goto(path);
  await expect(page.locator(subject).first()).toBeVisible({ timeout: 15_000 });
  await settled(page, previews);
}

export const PLAYER = "#player .view video";
export const CARDS = "main li a";
