"use client";

import { Check, ChevronRight, FileText, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useDrills } from "@/api/queries";
import { Preview } from "@/catalogue/preview";
import { Names } from "@/components/names";
import { useDate } from "@/i18n/format";
import { type RecentRun, useRecentRuns } from "./recent";

/** Runs that were looked at here before, newest first. */
export function RecentRuns() {
  const t = useTranslations("home");
  const runs = useRecentRuns();
  if (runs.length === 0) return null;
  return (
    <>
      <h2 className="mt-6 mb-4 text-20 font-bold md:mt-2 md:text-24">{t("recent")}</h2>
      <ul className="grid gap-2 md:grid-cols-2 md:gap-3">
        {runs.map((run) => (
          <li key={run.id}>
            <Row run={run} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ run }: { run: RecentRun }) {
  const t = useTranslations("run");
  const date = useDate();
  const { data: drills } = useDrills();
  const first = drills?.find((drill) => drill.id === run.drills[0]);
  return (
    <a
      href={`/result/${run.id}/`}
      className="grid h-full grid-cols-[88px_1fr_20px] items-center gap-3 rounded-l bg-surface p-2 pr-3 text-text no-underline shadow-lift transition-shadow hover:shadow-card"
    >
      {run.names.length === 0 ? (
        <span className="grid h-16.5 w-22 place-items-center rounded-m bg-surface-3 text-text-2">
          <FileText aria-hidden="true" className="size-6" />
        </span>
      ) : (
        <Preview clipId={first?.clipId ?? null} still className="h-16.5 w-22 rounded-m" />
      )}
      <span>
        <b className="line-clamp-2 text-15 leading-[1.45]">
          {run.names.length === 0 ? t("none") : <Names names={run.names} />}
        </b>
        <small className="num flex flex-wrap gap-x-2.5 text-13 text-text-2">
          <span>#{run.id}</span>
          <span>{date(new Date(run.seenAt))}</span>
          <State run={run} />
        </small>
      </span>
      <ChevronRight aria-hidden="true" className="size-4" />
    </a>
  );
}

function State({ run }: { run: RecentRun }) {
  const t = useTranslations("run");
  const look = "inline-flex items-center gap-1 [&>svg]:size-4";
  if (run.progress !== null) {
    return (
      <span className={`${look} font-semibold text-tint-text`}>
        <LoaderCircle aria-hidden="true" className="spin" />
        {t("making", { percent: Math.round(run.progress * 100) })}
      </span>
    );
  }
  if (run.failed > 0) {
    return (
      <span className={`${look} font-semibold text-danger`}>
        <TriangleAlert aria-hidden="true" />
        {t("failed", { count: run.failed })}
      </span>
    );
  }
  if (run.names.length === 0) return null;
  return (
    <span className={look}>
      <Check aria-hidden="true" />
      {t("videos", { count: run.names.length })}
    </span>
  );
}
