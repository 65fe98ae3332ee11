import type { Counter } from "./captions";

/** What the counter says at that time of the clip; from 1, never above its total. */
export function count(counter: Counter, time: number): number {
  const begun = counter.starts.filter((start) => start <= time + 1e-3).length;
  return Math.min(counter.total, Math.max(1, begun));
}
