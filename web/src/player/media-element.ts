"use client";

import {
  MediaActionTypes,
  type MediaState,
  useMediaSelector,
  useMediaStore,
} from "media-chrome/react/media-store";
import { useCallback, useMemo } from "react";

/** Ref callbacks that tell media-chrome's store about the element; stable, unlike the library's own. */
export function useMediaRefs() {
  const store = useMediaStore();
  const video = useCallback(
    (element: HTMLVideoElement | null) =>
      store.dispatch({ type: MediaActionTypes.MEDIA_ELEMENT_CHANGE_REQUEST, detail: element }),
    [store],
  );
  const fullscreen = useCallback(
    (element: HTMLElement | null) =>
      store.dispatch({ type: MediaActionTypes.FULLSCREEN_ELEMENT_CHANGE_REQUEST, detail: element }),
    [store],
  );
  return { video, fullscreen };
}

export function usePaused(): boolean {
  return useMediaSelector((state: Partial<MediaState>) => state.mediaPaused ?? true);
}

export function useIsFullscreen(): boolean {
  return useMediaSelector((state: Partial<MediaState>) => state.mediaIsFullscreen ?? false);
}

export function useLength(): number {
  return useMediaSelector((state: Partial<MediaState>) => state.mediaDuration ?? Number.NaN);
}

/** What the controls ask of the element, through media-chrome's request map. */
export function useRequests() {
  const store = useMediaStore();
  return useMemo(() => {
    const ask = (type: string, detail?: unknown) => store.dispatch({ type, detail });
    return {
      play: () => ask(MediaActionTypes.MEDIA_PLAY_REQUEST),
      pause: () => ask(MediaActionTypes.MEDIA_PAUSE_REQUEST),
      seek: (time: number) => ask(MediaActionTypes.MEDIA_SEEK_REQUEST, time),
      enterFullscreen: () => ask(MediaActionTypes.MEDIA_ENTER_FULLSCREEN_REQUEST),
      exitFullscreen: () => ask(MediaActionTypes.MEDIA_EXIT_FULLSCREEN_REQUEST),
    };
  }, [store]);
}
