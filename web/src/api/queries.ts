"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Cue, parseCaptions } from "@/player/captions";
import * as requests from "./requests";
import type { Clip, Media } from "./view";

const VARIANT_POLL_MS = 400;

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

/** The clip's files in that variant. The old variant's stay until the new one's are there. */
export function useMedia(clip: Clip, variant: requests.Variant) {
  const client = useQueryClient();
  const key = ["media", clip.id, clip.shownEngine, variant];
  const query = useQuery<{ clipId: string; media: Media | null }>({
    queryKey: key,
    queryFn: async () => ({ clipId: clip.id, media: await requests.getMedia(clip.id, variant) }),
    enabled: clip.shownEngine !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data && state.data.media === null ? VARIANT_POLL_MS : false),
  });
  const own = query.data?.clipId === clip.id ? query.data.media : null;
  return {
    media: own,
    fetching: query.isPlaceholderData || (query.data?.media ?? null) === null,
    refresh: () => void client.invalidateQueries({ queryKey: key, exact: true }),
  };
}

const NO_CUES: readonly Cue[] = [];

export function useCaptions(url: string | null): readonly Cue[] {
  const { data } = useQuery({
    queryKey: ["captions", url],
    queryFn: async () => parseCaptions(await requests.getCaptions(url ?? "")),
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return url === null ? NO_CUES : (data ?? NO_CUES);
}

/** Retry and cancel of one video; the status is asked for again afterwards. */
export function useVideoActions(runId: number, videoId: string | null) {
  const client = useQueryClient();
  const done = () => client.invalidateQueries({ queryKey: ["video", runId] });
  const retry = useMutation({ mutationFn: () => requests.retryVideo(videoId ?? ""), onSuccess: done });
  const cancel = useMutation({ mutationFn: () => requests.cancelVideo(videoId ?? ""), onSuccess: done });
  return {
    retry: retry.mutate,
    cancel: cancel.mutate,
    busy: retry.isPending || cancel.isPending,
    error: retry.error ?? cancel.error,
  };
}
