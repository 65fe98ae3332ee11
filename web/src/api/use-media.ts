"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useLanguage } from "@/i18n/provider";
import { useMediaQuery } from "@/lib/media-query";
import { useDrills } from "./queries";
import { getMedia, type Variant } from "./requests";
import { type Clip, type Media, STUDIO } from "./view";

const RENDER_POLL_MS = 400;

/**
 * The picture that fits the screen: square on phones, 4:3 wider, its words beside it and not on it. Without words
 * its language makes no difference, save for the page that stands in where there is no demonstration.
 */
export function useVariant(): (clip: Clip, mirror?: boolean, mistake?: boolean) => Variant {
  const wide = useMediaQuery("(width >= 45rem)");
  const language = useLanguage();
  const { data: drills } = useDrills();
  return useCallback(
    (clip, mirror = false, mistake = false) => {
      const moves = drills?.find((drill) => drill.id === clip.drill)?.hasMovement;
      const size = wide ? "960x720" : "720x720";
      return { lang: moves ? "ja" : language, mirror, size, text: "none", mistake };
    },
    [wide, language, drills],
  );
}

type Found = { clipId: string; media: Media | null };

function linksOf(clip: Clip, variant: Variant) {
  return {
    queryKey: ["media", clip.id, clip.shownEngine, variant],
    queryFn: async (): Promise<Found> => ({ clipId: clip.id, media: await getMedia(clip.id, variant) }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** The clip's files in that variant. What plays stays until the new variant's are there. */
export function useMedia(clip: Clip, variant: Variant) {
  const client = useQueryClient();
  const [held, setHeld] = useState<Found | null>(null);
  // Other engines' clips exist in one form only; the usual mistake is always the studio's.
  const studio = clip.shownEngine === STUDIO || (clip.shownEngine !== null && variant.mistake);
  const query = useQuery({
    ...linksOf(clip, variant),
    enabled: studio,
    placeholderData: keepPreviousData<Found>,
    refetchInterval: ({ state }) => (state.data?.media === null ? RENDER_POLL_MS : false),
  });
  if (query.data?.media && query.data !== held) setHeld(query.data);
  const own = held?.clipId === clip.id ? held.media : null;
  return {
    media: clip.shownEngine === STUDIO ? own : (studio && own) || clip.shown,
    fetching: studio && (query.isPlaceholderData || !query.data?.media),
    refresh: () => {
      void client.invalidateQueries({ queryKey: linksOf(clip, variant).queryKey, exact: true });
      void client.invalidateQueries({ queryKey: ["video"] });
    },
  };
}

/** Asks for every clip's links at once, so that changing the tab waits for nothing. */
export function usePrefetchedMedia(clips: readonly Clip[]): void {
  const client = useQueryClient();
  const variant = useVariant();
  useEffect(() => {
    for (const clip of clips) {
      if (clip.shownEngine === STUDIO) void client.prefetchQuery(linksOf(clip, variant(clip)));
    }
  }, [client, clips, variant]);
}
