"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { useTrack } from "@/api/queries";
import { type Clip, type Judged, type Media, STUDIO } from "@/api/view";
import { inTurn } from "./captions";
import { useCommands } from "./commands";
import { Deck } from "./deck";
import { useIsInView } from "./in-view";
import { useLength, useMediaRefs } from "./media-element";
import { MistakeToggle } from "./mistake-toggle";
import { Notices, type Told } from "./notices";
import { useSave } from "./save";
import type { Settings } from "./settings";
import { useSource } from "./source";
import { Stage } from "./stage";
import { StillDeck, StillSequence } from "./still-sequence";
import { Waiting } from "./waiting";

type Props = {
  clip: Clip;
  media: Media | null;
  poster: string | null;
  /** The drill's cues, where the clip's phases have no words. */
  lines: readonly string[];
  fetching: boolean;
  still: boolean;
  onPlayAnyway: () => void;
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  onExpired: () => void;
  onRetry: () => void;
  onCancel: () => void;
  busy: boolean;
  problem: Error | null;
};

const NO_STARTS: readonly number[] = [];
const NO_JUDGED: readonly Judged[] = [];

/** Where a renewed link does not help (no network), the file is asked for again after so long. */
const RELOAD_MS = 5000;

/** Picture, controls and what is to be said about them. */
export function View({
  clip,
  media,
  poster,
  lines,
  fetching,
  still,
  settings,
  change,
  onExpired,
  ...on
}: Props) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [said, setSaid] = useState<{ clipId: string; told: Told } | null>(null);
  const cover = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { fullscreen } = useMediaRefs();
  const { url: captionsUrl, cues: phases, counter } = useTrack(media);
  const length = useLength() || 0;
  const cues = useMemo(() => (phases.length ? phases : inTurn(lines, length)), [phases, lines, length]);
  const shown = useRef(clip.shownEngine);
  const expired = useRef(false);
  const [attempt, setAttempt] = useState(0);
  const mistake = settings.mistake && clip.hasMistake;
  const judged = media?.judged ?? NO_JUDGED;
  const { save, saving } = useSave(clip, mistake);
  const enabled = media !== null && !still;
  const seen = judged.length > 0 ? { ...clip, shownEngine: STUDIO } : clip;
  const run = useCommands({
    video,
    settings,
    change,
    enabled: useIsInView(frame) && enabled,
    hasMistake: clip.hasMistake,
  });
  useSource(
    video,
    cover,
    {
      clipId: clip.id,
      url: still ? null : (media?.videoUrl ?? null),
      attempt,
      speed: settings.speed,
      plays: !still,
    },
    () => {
      if (expired.current) setSaid({ clipId: clip.id, told: "expired" });
      else if (shown.current !== clip.shownEngine) setSaid({ clipId: clip.id, told: "swapped" });
      shown.current = clip.shownEngine;
      expired.current = false;
    },
  );
  const onError = () => {
    if (!video?.getAttribute("src")) return;
    expired.current = true;
    onExpired();
    setTimeout(() => setAttempt((before) => before + 1), RELOAD_MS);
  };
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      frame.current = element;
      fullscreen(element);
    },
    [fullscreen],
  );
  return (
    <div className="md:@container md:overflow-clip md:rounded-l">
      <div ref={attach} className="view">
        <Stage
          {...{
            clip: seen,
            media,
            counter: still ? null : counter,
            poster: media?.posterUrl ?? poster,
            captionsUrl,
            video,
            setVideo,
            cover,
          }}
          loop={settings.loop}
          moving={!still}
          onPress={() => run("toggle")}
          onError={onError}
        >
          {!media && <Waiting clip={clip} />}
          {media && still && <StillSequence url={media.videoUrl} cues={cues} judged={judged} />}
        </Stage>
        {media && still ? (
          <StillDeck onPlay={on.onPlayAnyway}>
            {clip.hasMistake && (
              <MistakeToggle
                pressed={settings.mistake}
                busy={fetching && settings.mistake !== judged.length > 0}
                onPressedChange={() => run("mistake")}
              />
            )}
          </StillDeck>
        ) : (
          <Deck
            {...{ video, length, cues, judged, settings, change, run, saving, fetching }}
            starts={counter?.unit === "reps" ? counter.starts : NO_STARTS}
            disabled={!enabled}
            hasMistake={clip.hasMistake}
            onSave={save}
          />
        )}
      </div>
      <Notices
        clip={clip}
        told={said?.clipId === clip.id ? said.told : null}
        onSeen={() => setSaid(null)}
        onRetry={on.onRetry}
        onCancel={on.onCancel}
        busy={on.busy}
        problem={on.problem}
      />
    </div>
  );
}
