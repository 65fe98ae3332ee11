import type { Counter } from "@/api/view";

/** What the counter says at that time of the clip; never above its total. */
export function count(counter: Counter, time: number): number {
  const passed = Math.floor(time / counter.every + 1e-6);
  return Math.min(counter.total, counter.from + passed);
}
