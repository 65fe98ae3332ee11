import type { Page } from "@playwright/test";
import type { Status } from "./service";

/** Bends what the real service says of a run, for states that it cannot be brought into quickly. */
export async function bend(page: Page, change: (status: Status) => void): Promise<void> {
  await page.route("**/api/video-generation/status/*", async (route) => {
    const answer = await route.fetch();
    const status = (await answer.json()) as Status;
    if (status.status === "success") change(status);
    await route.fulfill({ response: answer, json: status });
  });
  await page.route("**/api/video-generation/status/*/events", (route) => route.abort());
}

const UNSHOWN = { video_url: null, shown_engine: null, poster_url: null, captions: null };

function sentence(id: string, ja: string, en: string) {
  return { id, ja, en };
}

export const STATES: Record<string, (status: Status) => void> = {
  waiting(status) {
    status.generation_status = "pending";
    for (const clip of status.clips) Object.assign(clip, UNSHOWN, { generation_status: "pending", progress: 0, ahead: 2 });
  },
  rendering(status) {
    status.generation_status = "generating";
    for (const clip of status.clips) Object.assign(clip, UNSHOWN, { generation_status: "generating", progress: 0.62, frames: { done: 97, total: 156 } });
  },
  cloud(status) {
    status.generation_status = "generating";
    for (const clip of status.clips) {
      Object.assign(clip, { generation_status: "generating", engine: "gemini-omni", progress: 0.62 });
    }
  },
  ai(status) {
    for (const clip of status.clips) Object.assign(clip, { engine: "gemini-omni", shown_engine: "gemini-omni" });
  },
  partial(status) {
    status.clips[0].error = {
      step: sentence("submitting", "動画エンジンへの依頼", "asking the engine"),
      engine: "gemini-omni",
      cause: sentence("no_credit", "動画エンジンの残高が足りません。", "The engine's account has no credit left."),
      retryable: true,
      next: sentence("add_credit", "提供元の残高を確認してください。", "Check the account's credit."),
    };
  },
  failed(status) {
    status.generation_status = "failed";
    Object.assign(status.clips[0], UNSHOWN, {
      generation_status: "failed",
      error: {
        step: sentence("fetching", "動画の受け取り", "making or fetching the clip"),
        engine: "studio",
        cause: sentence("disk_full", "保存先の空き容量が足りません。", "There is no space left for the clip."),
        retryable: true,
        next: sentence("free_space", "空き容量を増やしてから再試行してください。", "Free disk space, then try again."),
      },
    });
  },
  unknown(status) {
    status.clips[0].error = {
      step: sentence("submitting", "動画エンジンへの依頼", "asking the engine"),
      engine: "openai-videos",
      cause: sentence("outcome_unknown", "動画が作られたかどうか確かめられません。", "It is not known whether it was made."),
      retryable: false,
      next: sentence("check_provider", "提供元で結果を確認してください。", "Look at the provider."),
    };
  },
  canceled(status) {
    status.generation_status = "canceled";
    status.clips[0].generation_status = "canceled";
  },
};
