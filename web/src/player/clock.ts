"use client";

import { useEffect, useRef } from "react";

const EVENTS = ["seeking", "seeked", "pause", "loadedmetadata", "emptied"] as const;

/**
 * Calls `tick` with the video's time in seconds: with every painted frame while it plays, after every jump, and while
 * it stands still whenever the caller is drawn anew: its words may have changed, as with the language.
 */
export function useClock(video: HTMLVideoElement | null, tick: (time: number, length: number) => void): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
    if (video?.paused) tick(video.currentTime, video.duration || 0);
  });
  useEffect(() => {
    if (!video) return;
    let frame = 0;
    const once = () => latest.current(video.currentTime, video.duration || 0);
    const run = () => {
      once();
      frame = video.paused ? 0 : requestAnimationFrame(run);
    };
    const start = () => {
      if (!frame) run();
    };
    video.addEventListener("playing", start);
    for (const name of EVENTS) video.addEventListener(name, once);
    start();
    return () => {
      cancelAnimationFrame(frame);
      video.removeEventListener("playing", start);
      for (const name of EVENTS) video.removeEventListener(name, once);
    };
  }, [video]);
}
