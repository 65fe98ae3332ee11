import { toVideo } from "./convert";
import type { NoVideo, VideoStatus } from "./generated";
import { client } from "./generated/client.gen";
import { getVideo } from "./requests";
import { isTerminal, type Video } from "./view";

/** How the page hears of news: an open stream, polling, or not at all for now. */
export type Link = "live" | "polling" | "away";

const RETRY_MS = 5000;

type Listener = { onVideo: (video: Video | null) => void; onLink: (link: Link) => void };

/**
 * Follows a run's video by server-sent events; while the stream is down it polls every five seconds and
 * tries the stream again. Ends by itself with the terminal state. Returns the way to stop.
 */
export function follow(runId: number, { onVideo, onLink }: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

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
    source.onopen = () => onLink("live");
    source.onmessage = (event: MessageEvent<string>) =>
      take(toVideo(JSON.parse(event.data) as VideoStatus | NoVideo));
    source.onerror = () => {
      source?.close();
      void poll();
    };
  };
  const poll = async () => {
    try {
      const video = await getVideo(runId);
      if (stopped) return;
      onLink("polling");
      take(video);
    } catch {
      if (!stopped) onLink("away");
    }
    if (!stopped) timer = setTimeout(open, RETRY_MS);
  };
  open();
  return stop;
}
