"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * The last part of the page's path, as `42` of `/result/42`; null while the page is being exported.
 * One page is exported for all ids (`_`), so the router does not know it.
 */
export function usePathId(): string | null {
  return useSyncExternalStore(never, lastPart, () => null);
}

function lastPart(): string {
  return decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
}
