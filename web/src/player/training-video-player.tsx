"use client";

import { MediaProvider } from "media-chrome/react/media-store";
import { Tabs } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDrills } from "@/api/queries";
import { useMedia, usePrefetchedMedia, useVariant } from "@/api/use-media";
import { type Clip, type Drill, STUDIO, type Video } from "@/api/view";
import { usePreview } from "@/catalogue/use-preview";
import { useLanguage } from "@/i18n/provider";
import { classes } from "@/lib/classes";
import { usePrefersStill } from "@/lib/media-query";
import { DrillTabs } from "./drill-tabs";
import { Failed } from "./failed";
import { useSettings } from "./settings";
import { SidePanel } from "./side-panel";
import { View } from "./view";

type Actions = {
  onRetry: () => void;
  onCancel: () => void;
  busy: boolean;
  /** Why the last retry or cancel was not done. */
  problem: Error | null;
};

type Props = Actions & {
  video: Video;
  chosen: string | null;
  onChoose: (clipId: string) => void;
  /** Where the page around it already says what it is. */
  bare?: boolean;
};

/** The demonstrations of one advice, a tab for each drill. */
export function TrainingVideoPlayer({ video, chosen, onChoose, bare = false, ...actions }: Props) {
  const t = useTranslations("player");
  const { data: drills } = useDrills();
  usePrefetchedMedia(video.clips);
  const clip = video.clips.find((one) => one.id === chosen) ?? video.clips[0];
  if (!clip) return null;
  const drill = drills?.find((one) => one.id === clip.drill) ?? null;
  const body = <Body clip={clip} drill={drill} {...actions} />;
  return (
    <section
      id="player"
      aria-label={t("title")}
      className={classes(
        "scroll-mt-16 py-6 md:px-10 md:pt-7 md:pb-10",
        bare ? "pt-3 md:p-5" : "border-t border-line",
      )}
    >
      <h2
        className={classes(
          "flex gap-[.45em] px-5 pb-4 text-20 font-bold md:px-0 md:pb-3.5 md:text-24",
          bare && "sr-only",
        )}
      >
        <span aria-hidden="true">💪</span>
        {t("title")}
      </h2>
      {video.clips.length === 1 ? (
        body
      ) : (
        <Tabs.Root value={clip.id} onValueChange={onChoose}>
          <DrillTabs clips={video.clips} chosen={clip.id} drills={drills ?? NO_DRILLS} />
          <Tabs.Content value={clip.id} tabIndex={-1}>
            {body}
          </Tabs.Content>
        </Tabs.Root>
      )}
    </section>
  );
}

const NO_LINES: readonly string[] = [];
const NO_DRILLS: readonly Drill[] = [];

type BodyProps = Actions & { clip: Clip; drill: Drill | null; typical?: boolean };

/** One clip's picture with what stands beside it. */
export function Body({ clip, drill, typical = false, ...actions }: BodyProps) {
  const language = useLanguage();
  const prefersStill = usePrefersStill();
  const [moving, setMoving] = useState(false);
  const [settings, change] = useSettings();
  const variant = useVariant();
  const mistake = settings.mistake && clip.hasMistake;
  const { media, fetching, refresh } = useMedia(clip, variant(clip, settings.mirror, mistake));
  const { media: sample } = usePreview(drill?.clipId ?? null, clip.posterUrl === null);
  const lost = clip.state === "failed" && clip.shownEngine === null;
  return (
    <div className="grid items-start md:gap-8 lg:grid-cols-[minmax(0,1.78fr)_minmax(280px,1fr)]">
      {lost ? (
        <Failed {...{ clip, drill }} {...actions} />
      ) : (
        <MediaProvider>
          <View
            {...{ clip, media, fetching, settings, change }}
            poster={clip.posterUrl ?? sample?.posterUrl ?? null}
            lines={drill?.cues[language] ?? NO_LINES}
            {...actions}
            still={prefersStill && !moving}
            onPlayAnyway={() => setMoving(true)}
            onExpired={refresh}
          />
        </MediaProvider>
      )}
      <SidePanel
        clip={media?.judged.length ? { ...clip, shownEngine: STUDIO, credit: null } : clip}
        drill={drill}
        typical={typical}
      />
    </div>
  );
}
