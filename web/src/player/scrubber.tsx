"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Judged } from "@/api/view";
import { type Cue, cueAt, marks } from "./captions";
import { useClock } from "./clock";
import { useRequests } from "./media-element";

type Props = {
  video: HTMLVideoElement | null;
  length: number;
  cues: readonly Cue[];
  /** Where repetitions begin; empty for a hold. */
  starts: readonly number[];
  judged: readonly Judged[];
  disabled: boolean;
};

const FRAME = 1 / 30;

/** Where in the clip we are, with a tick where each phase begins. Arrow keys go frame by frame. */
export function Scrubber({ video, length, cues, starts, judged, disabled }: Props) {
  const t = useTranslations("control");
  const fill = useRef<HTMLElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const { seek } = useRequests();
  useClock(video, (time, whole) => {
    if (fill.current) fill.current.style.transform = `scaleX(${whole ? time / whole : 0})`;
    if (!range.current) return;
    range.current.value = String(time);
    const phase = cueAt(cues, time)?.text ?? "";
    range.current.ariaValueText = `${t("frame", { seconds: time.toFixed(1) })} ${phase}`.trim();
  });
  return (
    <div className="scrub relative mx-1 flex h-11 items-center">
      <span className="scrub-track">
        <i ref={fill} className={disabled ? "hidden" : ""} />
      </span>
      {!disabled &&
        length > 0 &&
        judged.map(({ start, end, right }) => (
          <i
            key={start}
            className="scrub-verdict"
            data-right={right}
            style={{ left: `${(start / length) * 100}%`, width: `${((end - start) / length) * 100}%` }}
          />
        ))}
      {!disabled &&
        length > 0 &&
        marks(starts.length ? starts : cues.map((cue) => cue.start), length).map((share) => (
          <i
            key={share}
            className="scrub-mark"
            data-rep={starts.length > 0}
            style={{ left: `${share * 100}%` }}
          />
        ))}
      <input
        ref={range}
        type="range"
        min={0}
        max={length || 1}
        step={FRAME}
        defaultValue={0}
        aria-label={t("position")}
        disabled={disabled}
        onChange={(event) => seek(Number(event.target.value))}
      />
    </div>
  );
}
