import { BASE } from "./base";
import { toDrill, toMedia, toRun, toVideo } from "./convert";
import { RequestFailed } from "./failure";
import { askForToken } from "./token";
import type { Drill, Media, Run, Video } from "./view";
import type { WireDrill, WireRun, WireRunCreated, WireStatus, WireVariant } from "./wire";

export type Variant = { language: "ja" | "en"; mirror: boolean; size: string; text: "none" | "burned" };

/** Asks the service; what is no success becomes `RequestFailed`. 202 counts as success without a body. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<{ status: number; body: T }> {
  const response = await fetch(`${BASE}${path}`, init).catch(() => null);
  if (!response) throw new RequestFailed(0, "");
  if (response.status === 401 && (await askForToken())) return ask<T>(path, init);
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new RequestFailed(response.status, body?.detail ?? "");
  return { status: response.status, body: body as T };
}

function post<T>(path: string, json: unknown = {}): Promise<{ status: number; body: T }> {
  const headers = { "Content-Type": "application/json" };
  return ask<T>(path, { method: "POST", headers, body: JSON.stringify(json) });
}

export async function createRun(advice: string): Promise<number> {
  return (await post<WireRunCreated>("/runs", { advice })).body.run_id;
}

export async function getRun(id: number): Promise<Run> {
  return toRun((await ask<WireRun>(`/runs/${id}`)).body);
}

/** The run's video; null where the run has none. */
export async function getVideo(runId: number): Promise<Video | null> {
  return toVideo(runId, (await ask<WireStatus>(`/status/${runId}`)).body);
}

export async function retryVideo(videoId: string): Promise<void> {
  await post(`/videos/${videoId}/retry`);
}

export async function cancelVideo(videoId: string): Promise<void> {
  await post(`/videos/${videoId}/cancel`);
}

/** The clip's files in that variant; null while they are rendered. */
export async function getMedia(clipId: string, variant: Variant): Promise<Media | null> {
  const query = new URLSearchParams({
    lang: variant.language,
    mirror: String(variant.mirror),
    size: variant.size,
    text: variant.text,
  });
  const { status, body } = await ask<WireVariant>(`/clips/${clipId}?${query}`);
  return status === 202 ? null : toMedia(body, variant.language);
}

const RENDER_POLL_MS = 400;
const RENDER_TRIES = 75;

export async function waitForMedia(clipId: string, variant: Variant): Promise<Media> {
  for (let tries = 0; tries < RENDER_TRIES; tries++) {
    const media = await getMedia(clipId, variant);
    if (media) return media;
    await new Promise((resolve) => setTimeout(resolve, RENDER_POLL_MS));
  }
  throw new RequestFailed(504, "");
}

export async function getDrills(): Promise<Drill[]> {
  return (await ask<{ drills: WireDrill[] }>("/drills")).body.drills.map(toDrill);
}

export async function getCaptions(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new RequestFailed(response.status, "");
  return response.text();
}
