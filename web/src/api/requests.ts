import { toDrill, toMedia, toRun, toVideo } from "./convert";
import { RequestFailed } from "./failure";
import * as sdk from "./generated";
import { askForToken } from "./token";
import type { Drill, Media, Run, Video } from "./view";

export type Variant = Required<NonNullable<sdk.GetClipData["query"]>>;

/** Writes without a body carry this header: other sites' pages cannot send it. */
const OURS = { "Otehon-Request": "1" };

type Answer<T> = { data?: T | undefined; error?: unknown; response?: Response | undefined };

/** The answer's body; what is no success becomes `RequestFailed`, after the token was asked for where it is wanted. */
async function call<T>(ask: () => Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await ask().catch((): Answer<T> => ({}));
  if (!response) throw new RequestFailed(0, "");
  if (response.status === 401 && (await askForToken())) return call(ask);
  if (!response.ok) throw failureOf(response, error);
  return data as T;
}

function failureOf(response: Response, problem: unknown): RequestFailed {
  const retryAfter = Number(response.headers.get("Retry-After")) || 0;
  return new RequestFailed(response.status, wordOf(problem, "detail"), {
    code: wordOf(problem, "code"),
    retryAfter,
  });
}

function wordOf(problem: unknown, name: string): string {
  const word = typeof problem === "object" && problem ? (problem as Record<string, unknown>)[name] : "";
  return typeof word === "string" ? word : "";
}

export async function createRun(advice: string): Promise<number> {
  return (await call(() => sdk.saveRun({ body: { advice } }))).run_id;
}

export async function getRun(id: number): Promise<Run> {
  return toRun(await call(() => sdk.getRun({ path: { run_id: id } })));
}

/** The run's video; null where the run has none. */
export async function getVideo(runId: number): Promise<Video | null> {
  return toVideo(await call(() => sdk.getStatus({ path: { run_id: runId } })));
}

export async function retryVideo(videoId: number): Promise<void> {
  await call(() => sdk.retryVideo({ path: { video_id: videoId }, headers: OURS }));
}

export async function cancelVideo(videoId: number): Promise<void> {
  await call(() => sdk.cancelVideo({ path: { video_id: videoId }, headers: OURS }));
}

/** The studio's clip in that form; null while it is being rendered. */
export async function getMedia(clipId: string, variant: Variant): Promise<Media | null> {
  const found = await call(() => sdk.getClip({ path: { clip_id: clipId }, query: variant }));
  return found.status === "ready" ? toMedia(found) : null;
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
  return (await call(() => sdk.listDrills())).drills.map(toDrill);
}

export async function getCaptions(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new RequestFailed(response.status, "");
  return response.text();
}
