"use client";

import { useSyncExternalStore } from "react";
import { isTerminal, type Run, type Video } from "@/api/view";
import type { Localized } from "@/i18n/language";

/** What this browser remembers of a run it has shown: no advice text, no link. */
export type RecentRun = {
  id: number;
  seenAt: number;
  names: readonly Localized[];
  drills: readonly (string | null)[];
  failed: number;
  /** 0 to 1 while it is being made; null once it has ended. */
  progress: number | null;
};

const KEY = "otehon.runs";
const KEPT = 8;
const NONE: readonly RecentRun[] = [];

export function rememberRun(run: Run, video: Video | null): void {
  const before = readRuns();
  const entry: RecentRun = {
    id: run.id,
    seenAt: before.find((one) => one.id === run.id)?.seenAt ?? Date.now(),
    names: video?.clips.map((clip) => clip.name) ?? [],
    drills: video?.clips.map((clip) => clip.drill) ?? [],
    failed: video?.clips.filter((clip) => clip.state === "failed").length ?? 0,
    progress: video && !isTerminal(video.state) ? share(video) : null,
  };
  const runs = [entry, ...before.filter((one) => one.id !== run.id)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(runs));
  } catch {
    // Private windows may refuse storage; then there is no list of recent runs.
  }
}

function share(video: Video): number {
  const sum = video.clips.reduce(
    (total, clip) => total + (clip.state === "completed" ? 1 : clip.progress),
    0,
  );
  return video.clips.length ? sum / video.clips.length : 0;
}

let cached: { text: string | null; runs: readonly RecentRun[] } = { text: null, runs: NONE };

export function readRuns(): readonly RecentRun[] {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== cached.text) cached = { text, runs: text ? (JSON.parse(text) as RecentRun[]) : NONE };
    return cached.runs;
  } catch {
    return NONE;
  }
}

const never = () => () => {};

export function useRecentRuns(): readonly RecentRun[] {
  return useSyncExternalStore(never, readRuns, () => NONE);
}
