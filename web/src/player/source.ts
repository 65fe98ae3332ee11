"use client";

import { type RefObject, useEffect, useRef } from "react";
import { freeze, ready, seek, thaw } from "./swap";

type Wanted = { clipId: string; url: string | null; speed: number; plays: boolean };

/**
 * Keeps the element on the wanted file. Another clip starts from its beginning; another file of the same clip
 * (a better engine's, mirrored, renewed link) takes over at the same spot, paused or playing as before.
 */
export function useSource(
  video: HTMLVideoElement | null,
  cover: RefObject<HTMLCanvasElement | null>,
  { clipId, url, speed, plays }: Wanted,
  onSwapped: () => void,
): void {
  const shown = useRef<{ clipId: string; url: string } | null>(null);
  const swapped = useRef(onSwapped);
  useEffect(() => {
    swapped.current = onSwapped;
  });
  useEffect(() => {
    if (video) video.playbackRate = video.defaultPlaybackRate = speed;
  }, [video, speed]);
  useEffect(() => {
    if (!video || !url || shown.current?.url === url) return;
    const before = shown.current;
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
  }, [video, cover, clipId, url, plays]);
}

/** Browsers refuse to play in tabs in the background and cut off loads; neither needs telling. */
function ignore(): void {}

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
