"use client";

import { useReducer } from "react";

/** How the viewer wants to watch; kept from clip to clip. */
export type Settings = { speed: number; loop: boolean; mirror: boolean; captions: boolean; keys: boolean };

const START: Settings = { speed: 1, loop: true, mirror: false, captions: true, keys: true };

export function useSettings() {
  return useReducer((settings: Settings, change: Partial<Settings>) => ({ ...settings, ...change }), START);
}
