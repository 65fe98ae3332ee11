"use client";

import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { useLocal } from "@/i18n/format";
import { SidePanel } from "@/player/side-panel";
import { asClip } from "./drill-clip";
import { Preview } from "./preview";

/** The drill in the player's frame, with its typical dose. */
export function DrillDemonstration({ drill }: { drill: Drill }) {
  const t = useTranslations();
  const local = useLocal();
  return (
    <div className="grid items-start pb-5 md:gap-8 md:p-8 lg:grid-cols-[minmax(0,1.78fr)_minmax(280px,1fr)]">
      <div className="stage relative aspect-square overflow-hidden md:aspect-4/3 md:rounded-l">
        {drill.preview ? (
          <Preview
            preview={drill.preview}
            label={t("player.video", { drill: local(drill.names) })}
            className="absolute inset-0 size-full"
          />
        ) : (
          <p className="absolute inset-0 grid place-items-center p-8 text-center font-semibold text-ink-900">
            {t("drill.noVideo")}
          </p>
        )}
      </div>
      <SidePanel clip={asClip(drill)} drill={drill} typical />
    </div>
  );
}
