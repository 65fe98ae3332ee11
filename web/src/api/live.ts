import { toVideo } from "./convert";
import { isBusy } from "./failure";
import type { NoVideo, VideoStatus } from "./generated";
import { client } from "./generated/client.gen";
import { pauseAfter } from "./pause";
import { getVideo } from "./requests";
import { isTerminal, type Video } from "./view";

/** How the page hears of news: an open stream, polling, or not at all for now, as the service is away or busy. */
export type Link = {
  state: "live" | "polling" | "away" | "busy";
  /** When the next try is due, in the clock's milliseconds; 0: none is needed. */
  next: number;
};

export const LIVE: Link = { state: "live", next: 0 };
const POLLING: Link = { state: "polling", next: 0 };

/** Nobody answered, or nobody had time; the next try is due after `pause` milliseconds. */
export function lost(error: unknown, pause: number): Link {
  return { state: isBusy(error) ? "busy" : "away", next: Date.now() + pause };
}

/** All streams of a service that stops end at one moment; what then is asked is spread over so long. */
const SPREAD_MS = 1000;

type Listener = { onVideo: (video: Video | null) => void; onLink: (link: Link) => void };

/**
 * Follows a run's video by server-sent events; while the stream is down or refused it polls every few
 * seconds and tries the stream again; where polls fail too, ever more rarely. Ends by itself with the terminal
 * state. Returns the way to stop.
 */
export function follow(runId: number, { onVideo, onLink }: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let failures = 0;

  const stop = () => {
    stopped = true;
    source?.close();
    clearTimeout(timer);
  };
  const take = (video: Video | null) => {
    if (stopped) return;
    onVideo(video);
    if (video && isTerminal(video.state)) stop();
  };
  const open = () => {
    source = new EventSource(`${client.getConfig().baseUrl}/status/${runId}/events`);
    source.onopen = () => onLink(LIVE);
    source.onmessage = (event: MessageEvent<string>) =>
      take(toVideo(JSON.parse(event.data) as VideoStatus | NoVideo));
    source.onerror = () => {
      source?.close();
      timer = setTimeout(poll, Math.random() * SPREAD_MS);
    };
  };
  const poll = async () => {
    const failure = await getVideo(runId).then(take, (error: unknown) => error);
    if (stopped) return;
    failures = failure ? failures + 1 : 0;
    const pause = pauseAfter(failures, failure);
    onLink(failure ? lost(failure, pause) : POLLING);
    timer = setTimeout(open, pause);
  };
  open();
  return stop;
}
