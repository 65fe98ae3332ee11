"use client";

import { useState } from "react";
import { useVideoActions } from "@/api/queries";
import { useLiveVideo } from "@/api/use-live-video";
import type { Video } from "@/api/view";
import { TrainingVideoPlayer } from "@/player/training-video-player";
import { Providers } from "@/shell/providers";

type PlayerProps = {
  video: Video;
  /** Where the page around it already says what it is. */
  bare?: boolean;
};

/** A run's training video with all that it needs, on anybody's page. Nothing where the run has none. */
export function TrainingVideo({ runId }: { runId: number }) {
  return (
    <Providers>
      <Followed runId={runId} />
    </Providers>
  );
}

function Followed({ runId }: { runId: number }) {
  const { video } = useLiveVideo(runId);
  return video && <LivePlayer video={video} />;
}

/** The player of a video that may still be coming along. */
export function LivePlayer({ video, bare = false }: PlayerProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { retry, cancel, busy, problem } = useVideoActions(video.runId, video.videoId);
  return (
    <TrainingVideoPlayer
      bare={bare}
      video={video}
      chosen={chosen}
      onChoose={setChosen}
      onRetry={retry}
      onCancel={cancel}
      busy={busy}
      problem={problem}
    />
  );
}
