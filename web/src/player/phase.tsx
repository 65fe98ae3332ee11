"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Counter, type Cue, cueAt } from "./captions";
import { useClock } from "./clock";
import { count } from "./counter";

/** What to do now, between picture and scrubber: never on the feet. */
export function Caption({
  video,
  cues,
  shown,
}: {
  video: HTMLVideoElement | null;
  cues: readonly Cue[];
  shown: boolean;
}) {
  const [text, setText] = useState("");
  useClock(video, (time) => setText(cueAt(cues, time)?.text ?? ""));
  return (
    <p
      aria-hidden="true"
      className="grid min-h-10 place-items-center px-1 pt-1 text-center text-16 leading-[1.4] font-semibold text-balance md:min-h-9 md:pt-0 md:text-18"
    >
      {shown && text}
    </p>
  );
}

/** Repetitions done or seconds held, on the picture's corner. */
export function Count({ video, counter }: { video: HTMLVideoElement | null; counter: Counter }) {
  const t = useTranslations("dose");
  const [value, setValue] = useState(1);
  useClock(video, (time) => setValue(count(counter, time)));
  return (
    <p
      aria-hidden="true"
      className="num absolute top-3 right-3 flex items-baseline gap-1 rounded-m bg-ink-900/90 px-3.5 pt-1 pb-1.5 text-14 text-white md:top-4 md:right-4 md:px-4.5 md:pt-1.5 md:pb-2"
    >
      <b className="text-28 leading-none md:text-[2.25rem]">{value}</b>
      <span className="text-[#c3cde0]">
        / {counter.total}
        {counter.unit === "reps" ? t("reps") : t("seconds")}
      </span>
    </p>
  );
}
