"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getMedia, type Variant } from "@/api/requests";
import { Turns } from "./turns";

const SMALL: Variant = { lang: "ja", mirror: false, size: "480x360", text: "none", mistake: false };

/** Links are good for half an hour at least; a gallery that stands open longer asks for new ones. */
const FRESH_MS = 20 * 60_000;

const RENDER_POLL_MS = 1000;

/** Decoding more at once makes a phone stutter. */
const playing = new Turns(12);

/** A demonstration's small form, once it is wanted; null while it is still being drawn. */
export function usePreview(clipId: string | null, wanted: boolean) {
  const { data, refetch } = useQuery({
    queryKey: ["preview", clipId],
    queryFn: () => getMedia(clipId ?? "", SMALL),
    enabled: wanted && clipId !== null,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (wanted && state.data === null ? RENDER_POLL_MS : false),
  });
  return { media: data ?? null, renew: () => void refetch() };
}

/** Whether one of the few that may play at once is this one's. */
export function useTurn(wanted: boolean): boolean {
  const [mine, setMine] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const end = playing.ask(() => setMine(true));
    return () => {
      setMine(false);
      end();
    };
  }, [wanted]);
  return mine;
}
