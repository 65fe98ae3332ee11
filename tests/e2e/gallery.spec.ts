import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Service, Status } from "./service";

/** As many drills as the catalogue will have, all moving. Each card plays the same real clip. */
const DRILLS = 120;
const MOST_PLAYING = 12;
/** What a phone on a slow line loads before the first scroll. The web font does not count: phones have their own. */
const WEIGHT_KB = 1400;

let links: Status;

test.beforeAll(async ({ service }) => {
  links = await squat(service);
});

async function squat(service: Service): Promise<Status> {
  const drill = (await (await fetch(`${service.url}/drills/squat`)).json()) as Status;
  const form = `${service.url}/clips/${drill.clip_id}?lang=ja&mirror=false&size=480x360&text=none`;
  for (;;) {
    const answer = await fetch(form);
    if (answer.status === 200) return answer.json();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function fill(page: Page): Promise<void> {
  await page.route("**/api/video-generation/drills", async (route) => {
    const answer = await route.fetch();
    const { drills } = (await answer.json()) as Status;
    const many = Array.from({ length: DRILLS }, (_, at) => {
      const id = `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
      return { ...drills[at % drills.length], id: `drill_${at}`, has_movement: true, clip_id: id };
    });
    await route.fulfill({ response: answer, json: { drills: many } });
  });
  await page.route("**/api/video-generation/clips/**", (route) => route.fulfill({ json: links }));
  await page.goto("/catalogue/");
  await expect(page.locator("main li a")).toHaveCount(DRILLS);
}

function videos(page: Page) {
  return page.locator("main li video").evaluateAll((all) => {
    const found = all as HTMLVideoElement[];
    return {
      playing: found.filter((video) => !video.paused).length,
      loaded: found.filter((video) => video.hasAttribute("src")).length,
    };
  });
}

/** Whether every picture that is there is whole, and every preview that plays is loaded to its end. */
function loaded(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>("main li video[src]")];
    const whole = (video: HTMLVideoElement) =>
      video.buffered.length > 0 && video.buffered.end(video.buffered.length - 1) >= video.duration - 0.1;
    return [...document.images].every((image) => image.complete) && videos.every(whole);
  });
}

test("on a large screen twelve play at once, and off the screen none keeps its file", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 2400 });
  await fill(page);
  await expect.poll(() => videos(page)).toEqual({ playing: MOST_PLAYING, loaded: MOST_PLAYING });
  for (const at of [30, 70, DRILLS - 1]) {
    await page.locator("main li").nth(at).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator("main li video").nth(at).isVisible()).toBe(true);
    const now = await videos(page);
    expect(now.playing).toBeLessThanOrEqual(MOST_PLAYING);
    expect(now.loaded).toBeLessThanOrEqual(MOST_PLAYING);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
  const last = page.locator("main li video").nth(DRILLS - 1);
  await expect.poll(() => last.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
});

test("a phone loads what is on its screen and little more", async ({ page }) => {
  const line = await page.context().newCDPSession(page);
  let bytes = 0;
  const fonts = new Set<string>();
  line.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Font") fonts.add(requestId);
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  await line.send("Network.enable");
  await page.setViewportSize({ width: 390, height: 844 });
  await fill(page);
  await expect.poll(async () => (await videos(page)).playing).toBeGreaterThanOrEqual(4);
  await expect.poll(() => page.locator("main li img").count()).toBeLessThanOrEqual(MOST_PLAYING);
  await expect.poll(() => loaded(page)).toBe(true);
  test.info().annotations.push({ type: "weight", description: `${Math.round(bytes / 1000)} kB` });
  expect(bytes / 1000).toBeLessThan(WEIGHT_KB);
});

test("who prefers less motion gets pictures, and no video is loaded", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await fill(page);
  await expect(page.locator("main li img").first()).toBeVisible();
  expect(await videos(page)).toEqual({ playing: 0, loaded: 0 });
});
