export const SPEEDS = [0.25, 0.5, 0.75, 1] as const;

/** The speed one step away; the slowest and the fastest stay. */
export function nextSpeed(speed: number, step: -1 | 1): number {
  const at = (SPEEDS as readonly number[]).indexOf(speed);
  const next = Math.min(SPEEDS.length - 1, Math.max(0, (at < 0 ? SPEEDS.length - 1 : at) + step));
  return SPEEDS[next] ?? 1;
}
