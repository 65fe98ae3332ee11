"use client";

import { useTranslations } from "use-intl";
import type { Dose } from "@/api/view";

const ITEM =
  "inline-flex items-baseline gap-0.5 rounded-m bg-surface-2 px-3.5 pt-1.5 pb-1.75 text-14 whitespace-nowrap text-text-2 inset-ring inset-ring-line [&>b]:text-24 [&>b]:leading-[1.1] [&>b]:text-text";

type Part = { before: string; value: number; after: string };

function useParts(): (dose: Dose) => Part[] {
  const t = useTranslations("dose");
  return (dose) => {
    const side =
      dose.side === "both"
        ? t("sides")
        : dose.side === "right"
          ? t("rightSide")
          : dose.side === "left"
            ? t("leftSide")
            : "";
    const parts: Part[] = [];
    const add = (value: number | null, after: string) => {
      if (value !== null) parts.push({ before: parts.length ? "" : side, value, after });
    };
    add(dose.reps, t("reps"));
    const minutes = dose.seconds !== null && dose.seconds >= 60 && dose.seconds % 60 === 0;
    add(minutes ? (dose.seconds ?? 0) / 60 : dose.seconds, minutes ? t("minutes") : t("seconds"));
    add(dose.metres, t("meters"));
    if (dose.sets !== null) parts.push({ before: "", value: dose.sets, after: t("sets") });
    return parts;
  };
}

/** The dose in one short line, as on a tab: 左右10回×3. */
export function useDoseLine(): (dose: Dose) => string {
  const parts = useParts();
  const t = useTranslations("dose");
  return (dose) => {
    const all = parts({ ...dose, sets: null }).map((part) => `${part.before}${part.value}${part.after}`);
    if (dose.sets === null) return all.join(" ");
    return all.length ? `${all.join(" ")} × ${dose.sets}` : `${dose.sets}${t("sets")}`;
  };
}

export function isEmptyDose(dose: Dose): boolean {
  return [dose.sets, dose.reps, dose.seconds, dose.metres, dose.tempo, dose.holdSeconds].every(
    (x) => x === null,
  );
}

export function DoseList({ dose }: { dose: Dose }) {
  const t = useTranslations("dose");
  const parts = useParts();
  return (
    <ul className="flex flex-wrap gap-2">
      {parts(dose).map((part) => (
        <li key={part.after} className={ITEM}>
          {part.before}
          <b className="num">{part.value}</b>
          {part.after}
        </li>
      ))}
      {dose.holdSeconds !== null && (
        <li className={`${ITEM} items-center font-semibold text-text`}>
          {t("hold", { n: dose.holdSeconds })}
        </li>
      )}
      {dose.tempo !== null && (
        <li className={`${ITEM} items-center font-semibold text-text`}>{dose.tempo}</li>
      )}
    </ul>
  );
}
