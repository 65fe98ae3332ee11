"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "@/i18n/provider";
import { type Counter, type Cue, parseCaptions, parseCounter } from "@/player/captions";
import { RequestFailed } from "./failure";
import * as requests from "./requests";
import type { Media } from "./view";

export function useRun(id: number | null) {
  return useQuery({
    queryKey: ["run", id],
    queryFn: () => requests.getRun(id ?? 0),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useDrills() {
  return useQuery({ queryKey: ["drills"], queryFn: requests.getDrills });
}

export type Track = { url: string | null; cues: readonly Cue[]; counter: Counter | null };

const NO_TRACK: Track = { url: null, cues: [], counter: null };

/** What the clip says and counts, in the chosen language, from its caption file. */
export function useTrack(media: Media | null): Track {
  const language = useLanguage();
  const url = media?.captions[language] ?? null;
  const { data } = useQuery({
    queryKey: ["captions", url],
    queryFn: async (): Promise<Track> => {
      const vtt = await requests.getCaptions(url ?? "");
      return { url, cues: parseCaptions(vtt), counter: parseCounter(vtt) };
    },
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return url === null ? NO_TRACK : (data ?? NO_TRACK);
}

/** Who looks only, without a token, knows why nothing happens. */
function isDeclined(error: Error): boolean {
  return error instanceof RequestFailed && error.status === 401;
}

/** Retry and cancel of one video; the status is asked for again afterwards. */
export function useVideoActions(runId: number, videoId: number | null) {
  const client = useQueryClient();
  const done = () => client.invalidateQueries({ queryKey: ["video", runId] });
  const retry = useMutation({ mutationFn: () => requests.retryVideo(videoId ?? 0), onSuccess: done });
  const cancel = useMutation({ mutationFn: () => requests.cancelVideo(videoId ?? 0), onSuccess: done });
  return {
    retry: retry.mutate,
    cancel: cancel.mutate,
    busy: retry.isPending || cancel.isPending,
    problem: [retry.error, cancel.error].find((error) => error && !isDeclined(error)) ?? null,
  };
}
