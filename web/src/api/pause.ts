import { RequestFailed } from "./failure";

const FIRST_MS = 5000;
const LONGEST_MS = 30_000;
const GROWTH = 1.5;
const SPREAD = 0.25;

/**
 * Milliseconds until the next try, after so many in a row that failed: longer each time, not less than the service
 * asks for, and up to a quarter more, so that those who lost it at one moment do not all come back at another.
 */
export function pauseAfter(failures: number, error: unknown, dice: () => number = Math.random): number {
  const grown = Math.min(FIRST_MS * GROWTH ** Math.max(0, failures - 1), LONGEST_MS);
  const asked = error instanceof RequestFailed ? error.retryAfter * 1000 : 0;
  return Math.max(grown, asked) * (1 + SPREAD * dice());
}
