"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { follow, LIVE, type Link, lost } from "./live";
import { pauseAfter } from "./pause";
import { getVideo } from "./requests";
import { isTerminal, type Video } from "./view";

/** The run's video as it comes along. One event stream a page, only while something can still change. */
export function useLiveVideo(runId: number | null) {
  const client = useQueryClient();
  const [link, setLink] = useState<Link>(LIVE);
  const query = useQuery<Video | null>({
    queryKey: ["video", runId],
    queryFn: async () => {
      const found = await getVideo(runId ?? 0);
      setLink(LIVE);
      return found;
    },
    enabled: runId !== null,
    retry: true,
    retryDelay: (failures, error) => {
      const pause = pauseAfter(failures + 1, error);
      setLink(lost(error, pause));
      return pause;
    },
  });
  const video = query.data ?? null;
  const open = runId !== null && video !== null && !isTerminal(video.state);
  useEffect(() => {
    if (!open) return;
    return follow(runId, {
      onVideo: (next) => client.setQueryData(["video", runId], next),
      onLink: setLink,
    });
  }, [open, runId, client]);
  return { video, loaded: query.isFetched, link: open || query.failureCount > 0 ? link : LIVE };
}
