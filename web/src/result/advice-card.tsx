"use client";

import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Drill, Run, Section, Video } from "@/api/view";
import { Preview } from "@/catalogue/preview";
import { Names } from "@/components/names";
import { Card } from "@/components/ui/card";
import { languageOf } from "@/i18n/language";
import { classes } from "@/lib/classes";
import type { DrillName } from "./drill-links";
import { Prose } from "./prose";
import { splitHeading } from "./sections";

type Props = {
  run: Run;
  video: Video | null;
  drills: readonly Drill[];
  names: readonly DrillName[];
  onDrill: (clipId: string) => void;
  children: ReactNode;
};

const NO_NAMES: readonly DrillName[] = [];

/** 🎯 The advice, section by section, with the player at its end. */
export function AdviceCard({ run, video, drills, names, onDrill, children }: Props) {
  const t = useTranslations("card");
  return (
    <Card className="-mx-2 md:mx-0">
      <article>
        <header className="flex-wrap items-end justify-between gap-8 px-5 pt-6 pb-5 md:flex md:px-10 md:pt-10 md:pb-8 lg:flex-nowrap">
          <h1 className="rule flex-none text-26 font-bold md:text-32">
            <span aria-hidden="true">🎯</span> {t("title")}
          </h1>
          {video && video.clips.length > 0 && <Jump video={video} drills={drills} />}
        </header>
        {run.sections.map((section, at) => (
          <AdviceSection
            // biome-ignore lint/suspicious/noArrayIndexKey: an advice never changes, and its headings may repeat
            key={at}
            section={section}
            last={at === run.sections.length - 1 && run.sections.length > 1}
            names={section.isDrills ? names : NO_NAMES}
            onDrill={onDrill}
          />
        ))}
        {children}
      </article>
    </Card>
  );
}

type SectionProps = {
  section: Section;
  last: boolean;
  names: readonly DrillName[];
  onDrill: (clipId: string) => void;
};

function AdviceSection({ section, last, names, onDrill }: SectionProps) {
  const { emoji, words } = splitHeading(section.heading);
  return (
    <section
      lang={languageOf(section.heading + section.body)}
      className={classes(
        "border-t border-line px-5 py-6 md:px-10 md:py-8 lg:items-baseline lg:gap-8",
        section.heading && "md:grid md:gap-3 lg:grid-cols-[250px_1fr]",
        last && "bg-surface-2",
      )}
    >
      {section.heading && (
        <h2 className="mb-3 flex gap-[.5em] text-18 font-bold md:mb-0">
          {emoji && <span aria-hidden="true">{emoji}</span>}
          {words}
        </h2>
      )}
      <Prose body={section.body} names={names} onDrill={onDrill} />
    </section>
  );
}

/** Above the fold: the first drill moves already, and one press leads down to the player. */
function Jump({ video, drills }: { video: Video; drills: readonly Drill[] }) {
  const t = useTranslations("card");
  const seen = video.clips.filter((clip) => clip.shown);
  const shown = (seen.find((clip) => clip.drill !== null) ?? seen[0])?.shown;
  const first = drills.find((drill) => drill.id === video.clips[0]?.drill);
  return (
    <a
      href="#player"
      className="mt-5 flex min-h-18 items-center gap-3 rounded-l bg-tint p-2 pr-4 text-text no-underline transition-colors hover:bg-tint-2 md:mt-0 md:min-w-85 lg:max-w-140"
    >
      <Preview
        media={shown ?? null}
        clipId={first?.clipId ?? null}
        className="h-15.75 w-21 flex-none rounded-m"
      />
      <span>
        <b className="block text-16 leading-[1.4]">{t("jump", { count: video.clips.length })}</b>
        <span className="line-clamp-2 text-13 leading-normal text-text-2">
          <Names names={video.clips.map((clip) => clip.name)} />
        </span>
      </span>
      <ArrowDown aria-hidden="true" className="ml-auto size-5 text-tint-text" />
    </a>
  );
}
