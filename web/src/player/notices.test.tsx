import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { RequestFailed } from "@/api/failure";
import type { Clip } from "@/api/view";
import { clip, failure } from "@/testing/clips";
import { show } from "@/testing/render";
import { Notices, type Told } from "./notices";

function notices(shown: Clip, told: Told = null, problem: Error | null = null) {
  const on = { onSeen: vi.fn(), onRetry: vi.fn(), onCancel: vi.fn() };
  show(<Notices clip={shown} told={told} busy={false} problem={problem} {...on} />);
  return on;
}

test("nothing is said of a finished studio clip", () => {
  notices(clip());
  expect(screen.queryByRole("status", { name: /./ })).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a clip on its way shows its progress and can be canceled", async () => {
  const on = notices(clip({ state: "generating", engine: "gemini-omni", progress: 0.62 }));
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("62");
  expect(screen.getByText("AI動画を作成中 62%")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "やめる" }));
  expect(on.onCancel).toHaveBeenCalledOnce();
});

test("a failed better clip says where, why and what next, and can be made again", async () => {
  const on = notices(clip({ error: failure() }));
  for (const text of ["Gemini Omni · 送信", "残高が足りません。", "残高を追加してください。"]) {
    expect(screen.getByText(text)).toBeTruthy();
  }
  await userEvent.click(screen.getByText("もう一度つくる"));
  expect(on.onRetry).toHaveBeenCalledOnce();
});

test("an unknown outcome is retried only by a person who has checked", () => {
  notices(clip({ error: failure({ outcomeUnknown: true, retryable: false }) }));
  expect(screen.getByText("AI動画ができたか、確認できません")).toBeTruthy();
  expect(screen.getByRole("button", { name: "確認して、もう一度つくる" })).toBeTruthy();
});

test("what a retry cannot mend has no button for it", () => {
  notices(clip({ error: failure({ retryable: false }) }));
  expect(screen.queryByText("もう一度つくる")).toBeNull();
});

test("passing news can be closed", async () => {
  const on = notices(clip(), "swapped");
  await userEvent.click(screen.getByRole("button", { name: "閉じる" }));
  expect(on.onSeen).toHaveBeenCalledOnce();
});

test("a retry or cancel that was not done says why", () => {
  notices(clip({ state: "generating", engine: "gemini-omni" }), null, new RequestFailed(0, ""));
  expect(screen.getByRole("alert").textContent).toMatch(/^サーバーにつながりません。/);
});
