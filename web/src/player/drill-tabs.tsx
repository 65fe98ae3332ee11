"use client";

import { LoaderCircle, TriangleAlert } from "lucide-react";
import { Tabs } from "radix-ui";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Clip, Drill } from "@/api/view";
import { Preview } from "@/catalogue/preview";
import { useLocal } from "@/i18n/format";
import { classes } from "@/lib/classes";
import { useDoseLine } from "./dose";

const TAB =
  "relative grid min-w-25 flex-[1_0_auto] snap-start content-start gap-1.5 rounded-l border border-line bg-surface p-1.5 text-left transition-[border-color,background-color] duration-200 hover:border-line-strong data-[state=active]:border-primary data-[state=active]:bg-tint data-[state=active]:inset-ring data-[state=active]:inset-ring-primary md:min-w-54 md:grid-cols-[68px_1fr] md:items-center md:gap-x-3 md:gap-y-0 md:p-1.75";

/** No width of its own: a tab is as wide as its words, whatever the poster's size. */
const THUMB = "block aspect-16/10 w-0 min-w-full rounded-m md:row-span-2 md:aspect-4/3";

type Props = { clips: readonly Clip[]; chosen: string; drills: readonly Drill[] };

export function DrillTabs({ clips, chosen, drills }: Props) {
  const t = useTranslations("player");
  const list = useInSight(chosen);
  return (
    <Tabs.List
      ref={list}
      aria-label={t("drills")}
      className="relative flex snap-x snap-proximity scroll-px-5 gap-2 overflow-x-auto px-5 pt-0.5 pb-4 [scrollbar-width:none] motion-safe:scroll-smooth md:-mx-0.5 md:gap-3 md:px-0.5"
    >
      {clips.map((clip) => (
        <Tabs.Trigger key={clip.id} value={clip.id} data-clip={clip.id} className={TAB}>
          <Tab clip={clip} sample={drills.find((drill) => drill.id === clip.drill)?.clipId ?? null} />
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}

/** Brings the chosen tab to the row's middle, wherever it was chosen; the page itself stays where it is. */
function useInSight(chosen: string) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current;
    const tab = row?.querySelector<HTMLElement>(`[data-clip="${chosen}"]`);
    if (row && tab) row.scrollTo({ left: tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2 });
  }, [chosen]);
  return list;
}

/** Its own poster, or the catalogue's picture while there is none. */
function Tab({ clip, sample }: { clip: Clip; sample: string | null }) {
  const local = useLocal();
  const line = useDoseLine();
  return (
    <>
      {clip.posterUrl ? (
        <img src={clip.posterUrl} alt="" className={`${THUMB} bg-studio-300 object-cover object-[50%_40%]`} />
      ) : (
        <Preview clipId={sample} still className={THUMB} />
      )}
      <b className="palt block px-1 text-14 leading-[1.35] whitespace-nowrap md:self-end md:px-0 md:text-16">
        {local(clip.name)}
      </b>
      <small className="num block min-h-4.5 px-1 pb-0.75 text-12 whitespace-nowrap text-text-2 md:self-start md:px-0 md:text-13">
        {line(clip.dose)}
      </small>
      <Mark clip={clip} />
    </>
  );
}

function Mark({ clip }: { clip: Clip }) {
  const t = useTranslations("state");
  const failed = clip.state === "failed";
  const busy = clip.shownEngine === null && (clip.state === "generating" || clip.state === "pending");
  if (!failed && !busy) return null;
  return (
    <span
      className={classes(
        "absolute top-2.5 right-2.5 grid size-6 place-items-center rounded-full text-white md:top-[calc(50%-12px)] md:right-3.5 [&>svg]:size-4",
        failed ? "bg-red-700" : "bg-ink-900",
      )}
    >
      {failed ? <TriangleAlert aria-hidden="true" /> : <LoaderCircle aria-hidden="true" className="spin" />}
      <span className="sr-only">{t(failed ? "broken" : clip.state === "pending" ? "queued" : "making")}</span>
    </span>
  );
}
