"use client";

import { useReducer } from "react";

/** How the viewer wants to watch; kept from clip to clip. */
export type Settings = {
  speed: number;
  loop: boolean;
  mirror: boolean;
  captions: boolean;
  /** In turn with the usual mistake, where the clip has one. */
  mistake: boolean;
  keys: boolean;
};

const START: Settings = { speed: 1, loop: true, mirror: false, captions: true, mistake: false, keys: true };

export function useSettings() {
  return useReducer((settings: Settings, change: Partial<Settings>) => ({ ...settings, ...change }), START);
}
