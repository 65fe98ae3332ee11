"use client";

import { ChevronRight, OctagonAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Clip, type Drill, STUDIO } from "@/api/view";
import { useList, useLocal } from "@/i18n/format";
import { useLanguage } from "@/i18n/provider";
import { DoseList, isEmptyDose } from "./dose";
import { CoachBadge, MadeBy } from "./made-by";

type Props = { clip: Clip; drill: Drill | null; typical?: boolean };

const LABEL = "mb-2 text-13 font-bold tracking-[.02em] text-text-2";

/** What stands beside the picture: dose, cues, working muscles, when to stop, who made and checked it. */
export function SidePanel({ clip, drill, typical = false }: Props) {
  const t = useTranslations("player");
  const local = useLocal();
  const list = useList();
  const language = useLanguage();
  const cues = drill?.cues[language] ?? [];
  const prescribed = !typical && !isEmptyDose(clip.dose);
  const dose = prescribed ? clip.dose : (drill?.dose ?? null);
  return (
    <div className="grid content-start gap-5 px-5 pt-5 md:px-0 md:pt-0">
      {!typical && <Name clip={clip} />}
      {dose && !isEmptyDose(dose) && (
        <div>
          <p className={LABEL}>{t(prescribed ? "dose" : "typical")}</p>
          <DoseList dose={dose} />
        </div>
      )}
      {clip.drill === null && clip.shownEngine === STUDIO && (
        <p className="leading-[1.7] text-text-2">{t("unknown")}</p>
      )}
      {cues.length > 0 && (
        <div>
          <p className={LABEL}>{t("cues")}</p>
          <ol className="grid gap-2.5">
            {cues.map((cue, at) => (
              <li key={cue} className="grid grid-cols-[26px_1fr] gap-2.5 leading-[1.6]">
                <span
                  aria-hidden="true"
                  className="grid size-6.5 place-items-center rounded-full bg-teal-600 text-13 font-bold text-white"
                >
                  {at + 1}
                </span>
                {cue}
              </li>
            ))}
          </ol>
        </div>
      )}
      {drill && drill.muscles.length > 0 && (
        <p className="flex items-baseline gap-2 text-14 text-text-2 before:size-2.5 before:flex-none before:rounded-full before:bg-accent">
          <span className="whitespace-nowrap">{t("muscles")}</span>
          <b className="font-medium text-text">{list(drill.muscles.map((muscle) => local(muscle.name)))}</b>
        </p>
      )}
      {drill && <Stop text={local(drill.stop)} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <MadeBy clip={clip} />
        {drill && <CoachBadge drill={drill} />}
        {drill && !typical && (
          <a
            href={`/catalogue/${drill.id}/`}
            className="ml-auto inline-flex min-h-11 items-center gap-0.5 text-14 underline [&>svg]:size-4"
          >
            {t("more")}
            <ChevronRight aria-hidden="true" />
          </a>
        )}
      </div>
    </div>
  );
}

function Name({ clip }: { clip: Clip }) {
  const language = useLanguage();
  const other = language === "ja" ? "en" : "ja";
  return (
    <h3 className="text-22 leading-[1.3] font-bold">
      {clip.name[language] || clip.name[other]}
      {clip.name[language] && clip.name[other] !== clip.name[language] && (
        <small lang={other} className="mt-px block text-13 font-normal tracking-[.02em] text-text-2">
          {clip.name[other]}
        </small>
      )}
    </h3>
  );
}

function Stop({ text }: { text: string }) {
  const t = useTranslations("player");
  if (!text) return null;
  return (
    <p className="grid grid-cols-[22px_1fr] gap-2.5 rounded-m bg-accent-bg px-3.5 py-3 text-15 leading-[1.65]">
      <OctagonAlert aria-hidden="true" className="mt-0.5 size-5 text-accent-text" />
      <span>
        <b className="block text-13 text-accent-text">{t("stop")}</b>
        {text}
      </span>
    </p>
  );
}
