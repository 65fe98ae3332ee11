"use client";

import { useEffect, useState } from "react";

/** Seconds that must pass before a guess is better than none. */
const PATIENCE = 2;

export type Sample = { at: number; progress: number };

/** Seconds that are left at the speed since `first`; null while that says too little. */
export function timeLeft(first: Sample, now: Sample): number | null {
  const passed = now.at - first.at;
  const done = now.progress - first.progress;
  if (passed < PATIENCE || done <= 0) return null;
  return Math.max(1, Math.round(((1 - now.progress) * passed) / done));
}

/** About how many seconds are left, guessed from the progress that this page has seen. */
export function useTimeLeft(progress: number): number | null {
  const [first, setFirst] = useState<Sample | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const now = { at: performance.now() / 1000, progress };
    if (!first || progress < first.progress) setFirst(now);
    else setLeft(timeLeft(first, now));
  }, [progress, first]);
  return left;
}
