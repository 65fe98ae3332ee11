"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useClock } from "./clock";

/** Seconds into the clip, written straight into the page ten times a second at most. */
export function Time({ video, length }: { video: HTMLVideoElement | null; length: number }) {
  const t = useTranslations("control");
  const now = useRef<HTMLElement>(null);
  useClock(video, (time) => {
    const text = time.toFixed(1);
    if (now.current && now.current.textContent !== text) now.current.textContent = text;
  });
  return (
    <span className="num pl-2 text-13 whitespace-nowrap text-on-deck-2">
      <b ref={now} className="font-semibold text-white">
        0.0
      </b>
      <span className="hidden @min-[340px]:inline">
        {length > 0 && ` / ${length.toFixed(1)}${t("seconds")}`}
      </span>
    </span>
  );
}
