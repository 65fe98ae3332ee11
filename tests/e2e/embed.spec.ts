import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ADVICE, expect, expectPicture, player, test } from "./fixtures";

const GUIDE = readFileSync(join(__dirname, "../../docs/integration.md"), "utf8");

test.use({ settings: { OTEHON_EMBED_ORIGINS: "http://localhost:*" } });

test("the player alone, with a way to the whole advice", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  await page.goto(`/embed/${run}/`);
  await expectPicture(page);
  await expect(player(page)).toBeInViewport();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "アドバイス全文を見る" })).toHaveAttribute(
    "href",
    `/result/${run}/`,
  );
});

test("a run without drills says so, and leads to its advice", async ({ page, service }) => {
  const run = await service.run("【📊 現状のフォームについて】\n腰が低めです。");
  await page.goto(`/embed/${run}/`);
  await expect(page.getByText("このアドバイスには補強ドリルの欄がありません")).toBeVisible();
  await expect(page.getByRole("link", { name: "アドバイス全文を見る" })).toHaveAttribute("href", `/result/${run}/`);
});

test("the guide's frame plays on somebody else's page", async ({ page, service }) => {
  const run = await service.completed(ADVICE);
  const frame = /^```html\n([\s\S]*?)^```/m.exec(GUIDE)?.[1] ?? "";
  const html = frame.replace("https://otehon.example.net/embed/42/", `${service.url}/embed/${run}/`);
  expect(html).not.toBe(frame);
  const foreign = createServer((_, answer) => {
    answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    answer.end(
      `<!doctype html><title>Foreign</title><link rel="icon" href="data:,"><p>${"advice ".repeat(40)}</p>${html}`,
    );
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => foreign.once("listening", resolve));
  await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);

  const inside = page.frameLocator("iframe");
  await expect(inside.getByRole("button", { name: "一時停止" })).toBeVisible();
  await expect
    .poll(() =>
      inside
        .locator("video")
        .first()
        .evaluate((video: HTMLVideoElement) => video.currentTime),
    )
    .toBeGreaterThan(0.3);
  foreign.close();
});
