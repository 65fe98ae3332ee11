"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { follow, type Link } from "./live";
import { getVideo } from "./requests";
import { isTerminal, type Video } from "./view";

/** The run's video as it comes along. One event stream a page, only while something can still change. */
export function useLiveVideo(runId: number | null) {
  const client = useQueryClient();
  const [link, setLink] = useState<Link>("live");
  const query = useQuery<Video | null>({
    queryKey: ["video", runId],
    queryFn: () => getVideo(runId ?? 0),
    enabled: runId !== null,
    retry: true,
    retryDelay: 5000,
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
  const away = query.failureCount > 0 ? "away" : link;
  return { video, loaded: query.isFetched, link: open || query.failureCount > 0 ? away : ("live" as const) };
}
