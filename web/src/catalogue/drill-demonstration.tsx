"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { SidePanel } from "@/player/side-panel";
import { Body } from "@/player/training-video-player";
import { asClip } from "./drill-clip";

const NOTHING = () => {};

/** The drill in the player, with its typical dose. */
export function DrillDemonstration({ drill }: { drill: Drill }) {
  const t = useTranslations();
  const clip = useMemo(() => asClip(drill), [drill]);
  return (
    <section id="player" aria-label={t("player.title")} className="pb-5 md:p-8">
      {drill.clipId ? (
        <Body
          clip={clip}
          drill={drill}
          typical
          onRetry={NOTHING}
          onCancel={NOTHING}
          busy={false}
          problem={null}
        />
      ) : (
        <div className="grid items-start md:gap-8 lg:grid-cols-[minmax(0,1.78fr)_minmax(280px,1fr)]">
          <p className="stage grid aspect-square place-items-center p-8 text-center font-semibold text-ink-900 md:aspect-4/3 md:rounded-l">
            {t("drill.noVideo")}
          </p>
          <SidePanel clip={clip} drill={drill} typical />
        </div>
      )}
    </section>
  );
}
