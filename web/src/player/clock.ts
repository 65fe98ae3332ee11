"use client";

import { useEffect, useRef } from "react";

const EVENTS = ["seeking", "seeked", "pause", "loadedmetadata", "emptied"] as const;

/** Calls `tick` with the video's time in seconds: with every painted frame while it plays, and after every jump. */
export function useClock(video: HTMLVideoElement | null, tick: (time: number, length: number) => void): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
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
