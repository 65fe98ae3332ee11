"use client";

import { Play } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Judged } from "@/api/view";
import { Button } from "@/components/ui/button";
import { useLocal } from "@/i18n/format";
import { classes } from "@/lib/classes";
import type { Cue } from "./captions";
import { seek } from "./swap";

const PICTURES = 4;

type Still = { at: number; time: number; text: string; right?: boolean };

type Moment = { time: number; judged: Judged };

/** Seconds before the end of a stretch that are its last picture. */
const EDGE = 1 / 15;

/** The moments that show the drill best: the middle of up to four phases, or four even steps. */
export function stills(cues: readonly Cue[], length: number): Still[] {
  if (cues.length >= 2) {
    return cues
      .slice(0, PICTURES)
      .map((cue, at) => ({ at, time: (cue.start + cue.end) / 2, text: cue.text }));
  }
  const text = cues[0]?.text ?? "";
  return Array.from({ length: PICTURES }, (_, at) => ({ at, time: (at / PICTURES) * length, text }));
}

/** Right and wrong side by side: two moments of the right way, each beside the same moment of the mistake. */
export function pairedStills(judged: readonly Judged[], cues: readonly Cue[]): Moment[] {
  const [right, wrong] = [judged.find((one) => one.right), judged.find((one) => !one.right)];
  if (!right || !wrong) return [];
  const inside = stills(cues, right.end).filter((still) => still.time < right.end);
  return inside.slice(0, PICTURES / 2).flatMap(({ time }) => [
    { time, judged: right },
    { time: Math.min(wrong.end - EDGE, wrong.start + time), judged: wrong },
  ]);
}

/** For who prefers less motion: pictures taken from the clip itself, numbered and named by phase or verdict. */
export function StillSequence({
  url,
  cues,
  judged,
}: {
  url: string;
  cues: readonly Cue[];
  judged: readonly Judged[];
}) {
  const t = useTranslations("state");
  const local = useLocal();
  const list = useRef<HTMLOListElement>(null);
  const video = useProbe(url);
  const pairs = pairedStills(judged, cues);
  const chosen: Still[] = pairs.length
    ? pairs.map((pair, at) => ({
        at,
        time: pair.time,
        text: pair.judged.right ? t("right") : `× ${local(pair.judged.words)}`,
        right: pair.judged.right,
      }))
    : stills(cues, video?.duration ?? 0);
  const times = chosen.map((still) => still.time).join();
  useEffect(() => {
    if (!video) return;
    void paint(video, times.split(",").map(Number), [...(list.current?.querySelectorAll("canvas") ?? [])]);
  }, [video, times]);
  return (
    <ol
      ref={list}
      aria-label={t("stills")}
      className="absolute inset-0 grid grid-cols-2 grid-rows-2 gap-0.5 bg-surface"
    >
      {chosen.map((still) => (
        <li key={still.at} className="stage relative overflow-hidden">
          <canvas className="block size-full object-cover" />
          <Label still={still} />
        </li>
      ))}
    </ol>
  );
}

function Label({ still }: { still: Still }) {
  const judged = still.right !== undefined;
  const ground = still.right === undefined ? "bg-ink-900/90" : still.right ? "bg-teal-600" : "bg-red-700";
  return (
    <span
      className={classes(
        "absolute top-2 left-2 inline-flex min-h-7 items-center gap-1.5 rounded-full py-0.75 pr-3 text-13 font-semibold text-white",
        ground,
        judged ? "pl-3" : "pl-1",
      )}
    >
      {!judged && (
        <b className="grid size-5.5 place-items-center rounded-full bg-teal-600 text-12">{still.at + 1}</b>
      )}
      {still.text}
    </span>
  );
}

/** A video outside the page that has its length; null until then. */
function useProbe(url: string): HTMLVideoElement | null {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEffect(() => {
    const probe = document.createElement("video");
    probe.muted = true;
    probe.preload = "auto";
    probe.addEventListener("loadedmetadata", () => setVideo(probe), { once: true });
    probe.src = url;
    return () => {
      probe.removeAttribute("src");
      probe.load();
    };
  }, [url]);
  return video;
}

async function paint(video: HTMLVideoElement, times: number[], canvases: HTMLCanvasElement[]): Promise<void> {
  for (const [at, canvas] of canvases.entries()) {
    await seek(video, times[at] ?? 0);
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d")?.drawImage(video, 0, 0);
  }
}

export function StillDeck({ onPlay, children }: { onPlay: () => void; children?: ReactNode }) {
  const t = useTranslations("state");
  return (
    <div className="deck flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4 text-14 leading-[1.6]">
      <span>{t("still")}</span>
      <Button look="accent" size="small" onClick={onPlay}>
        <Play aria-hidden="true" fill="currentColor" className="size-4" />
        {t("playVideo")}
      </Button>
      {children}
    </div>
  );
}
