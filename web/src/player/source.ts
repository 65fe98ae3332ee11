"use client";

import { type RefObject, useEffect, useRef } from "react";
import { freeze, ready, seek, thaw } from "./swap";

type Wanted = {
  clipId: string;
  url: string | null;
  /** Raised to ask for the same file again after it failed. */
  attempt: number;
  speed: number;
  plays: boolean;
};

type Shown = { clipId: string; url: string };

/**
 * Keeps the element on the wanted file. Another clip starts from its beginning; another file of the same clip
 * (a better engine's, mirrored, renewed link) takes over at the same spot, paused or playing as before.
 */
export function useSource(
  video: HTMLVideoElement | null,
  cover: RefObject<HTMLCanvasElement | null>,
  { clipId, url, attempt, speed, plays }: Wanted,
  onSwapped: () => void,
): void {
  const shown = useRef<Shown | null>(null);
  const swapped = useRef(onSwapped);
  useEffect(() => {
    swapped.current = onSwapped;
  });
  useEffect(() => {
    if (video) video.playbackRate = video.defaultPlaybackRate = speed;
  }, [video, speed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` stands for "once more"
  useEffect(() => {
    if (!video) return;
    const before = shown.current;
    if (!url) {
      if (before && before.clipId !== clipId) empty(video);
      shown.current = before?.clipId === clipId ? before : null;
      return;
    }
    if (before?.url === url && !video.error) return;
    if (before?.clipId !== clipId) {
      shown.current = { clipId, url };
      thaw(cover.current);
      video.src = url;
      if (plays) video.play().catch(ignore);
      return;
    }
    const abort = new AbortController();
    void takeOver(video, cover.current, url, abort.signal)
      .then((done) => {
        if (!done) return;
        shown.current = { clipId, url };
        swapped.current();
      })
      .catch(ignore);
    return () => abort.abort();
  }, [video, cover, clipId, url, attempt, plays]);
}

/** Browsers refuse to play in tabs in the background and cut off loads; neither needs telling. */
function ignore(): void {}

function empty(video: HTMLVideoElement): void {
  video.removeAttribute("src");
  video.load();
}

async function takeOver(
  video: HTMLVideoElement,
  cover: HTMLCanvasElement | null,
  url: string,
  signal: AbortSignal,
): Promise<boolean> {
  await ready(url, signal);
  if (signal.aborted) return false;
  const { currentTime, paused, playbackRate } = video;
  freeze(video, cover);
  video.src = url;
  await seek(video, currentTime);
  video.playbackRate = playbackRate;
  if (!paused) await video.play().catch(ignore);
  thaw(cover);
  return true;
}
