"use client";

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useDrills, useRun, useVideoActions } from "@/api/queries";
import { useLiveVideo } from "@/api/use-live-video";
import type { Drill, Run, Video } from "@/api/view";
import { rememberRun } from "@/home/recent";
import { TrainingVideoPlayer } from "@/player/training-video-player";
import { Page } from "@/shell/page";
import { PageTitle } from "@/shell/page-title";
import { usePathId } from "@/shell/place";
import { AdviceCard } from "./advice-card";
import { ConnectionBanner } from "./connection-banner";
import type { DrillName } from "./drill-links";
import { Loading } from "./loading";
import { NoDrills } from "./no-drills";
import { NoRun } from "./no-run";

const NO_DRILLS: readonly Drill[] = [];

/** A run's advice with its training video: the page behind `/result/{id}`. */
export function ResultPage() {
  const t = useTranslations();
  const path = usePathId();
  const id = path !== null && /^[1-9]\d{0,9}$/.test(path) ? Number(path) : null;
  const run = useRun(id);
  const { video, loaded, link } = useLiveVideo(id);
  const bad = path !== null && id === null;
  return (
    <Page banner={<ConnectionBanner link={link} />}>
      <PageTitle>{t("title.result")}</PageTitle>
      {bad || run.isError ? (
        <NoRun error={bad ? null : run.error} />
      ) : run.data && loaded ? (
        <Found run={run.data} video={video} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Found({ run, video }: { run: Run; video: Video | null }) {
  const t = useTranslations("run");
  const { data: drills = NO_DRILLS } = useDrills();
  const [chosen, setChosen] = useState<string | null>(null);
  const actions = useVideoActions(run.id, video?.videoId ?? null);
  const names = useMemo(() => namesOf(video, drills), [video, drills]);
  useEffect(() => rememberRun(run, video), [run, video]);
  const hasClips = video !== null && video.clips.length > 0;
  return (
    <>
      <p className="num mb-3 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-13 text-text-2">
        <span>{t("number", { id: String(run.id) })}</span>
      </p>
      <AdviceCard run={run} video={video} drills={drills} names={names} onDrill={setChosen}>
        {hasClips ? (
          <TrainingVideoPlayer
            video={video}
            chosen={chosen}
            onChoose={setChosen}
            onRetry={actions.retry}
            onCancel={actions.cancel}
            busy={actions.busy}
            problem={actions.problem}
          />
        ) : (
          <NoDrills
            hasSection={run.sections.some((section) => section.isDrills)}
            picture={drills.find((drill) => drill.clipId !== null) ?? null}
          />
        )}
      </AdviceCard>
    </>
  );
}

function namesOf(video: Video | null, drills: readonly Drill[]): DrillName[] {
  return (video?.clips ?? []).flatMap((clip) => {
    const drill = drills.find((one) => one.id === clip.drill);
    const known = drill ? [drill.names.ja, drill.names.en, ...drill.synonyms.ja, ...drill.synonyms.en] : [];
    return [clip.name.ja, clip.name.en, ...known].map((name) => ({ name, clipId: clip.id }));
  });
}
