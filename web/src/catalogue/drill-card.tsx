"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { useList, useLocal } from "@/i18n/format";
import { useLanguage } from "@/i18n/provider";
import { Preview } from "./preview";

const MUSCLES_SHOWN = 2;

export function DrillCard({ drill }: { drill: Drill }) {
  const t = useTranslations();
  const local = useLocal();
  const list = useList();
  const language = useLanguage();
  const other = language === "ja" ? "en" : "ja";
  return (
    <a
      href={`/catalogue/${drill.id}/`}
      className="flex h-full flex-col overflow-clip rounded-l bg-surface text-text no-underline shadow-lift transition-shadow duration-200 hover:shadow-card"
    >
      <span className="stage relative block aspect-4/3">
        {drill.clipId ? (
          <Preview clipId={drill.clipId} className="size-full" />
        ) : (
          <span className="absolute inset-0 grid place-items-center text-13 font-semibold text-ink-900">
            {t("drill.soon")}
          </span>
        )}
        {drill.confirmedBy !== null && (
          <span
            title={t("coach.yes")}
            className="absolute top-2 right-2 grid size-6.5 place-items-center rounded-full bg-white text-teal-600"
          >
            <Check aria-hidden="true" className="size-4" />
            <span className="sr-only">{t("coach.yes")}</span>
          </span>
        )}
      </span>
      <span className="grid gap-0.5 px-2.5 pt-2.5 pb-3 md:px-4 md:pt-3.5 md:pb-4">
        <b className="palt text-14 leading-[1.4] text-balance md:text-16">{local(drill.names)}</b>
        <span lang={other} className="text-12 text-text-2 md:text-13">
          {drill.names[other]}
        </span>
        {drill.muscles.length > 0 && (
          <span className="mt-1 flex items-baseline gap-1.5 text-12 leading-normal text-text-2 before:size-2 before:flex-none before:rounded-full before:bg-accent md:text-13">
            {list(drill.muscles.slice(0, MUSCLES_SHOWN).map((muscle) => local(muscle.name)))}
          </span>
        )}
      </span>
    </a>
  );
}
