"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether the media query holds; `false` while the page is being exported. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

export function usePrefersStill(): boolean {
  return useMediaQuery("(prefers-reduced-motion: reduce)");
}
