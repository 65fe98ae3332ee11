"use client";

import { Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Cue } from "./captions";
import { seek } from "./swap";

const PICTURES = 4;

type Still = { at: number; time: number; text: string };

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

/** For who prefers less motion: pictures taken from the clip itself, numbered and named by phase. */
export function StillSequence({ url, cues }: { url: string; cues: readonly Cue[] }) {
  const t = useTranslations("state");
  const list = useRef<HTMLOListElement>(null);
  const video = useProbe(url);
  const chosen = stills(cues, video?.duration ?? 0);
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
          <span className="absolute top-2 left-2 inline-flex items-center gap-1.5 rounded-full bg-ink-900/90 py-0.75 pr-3 pl-1 text-13 font-semibold text-white">
            <b className="grid size-5.5 place-items-center rounded-full bg-teal-600 text-12">
              {still.at + 1}
            </b>
            {still.text}
          </span>
        </li>
      ))}
    </ol>
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

export function StillDeck({ onPlay }: { onPlay: () => void }) {
  const t = useTranslations("state");
  return (
    <div className="deck flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4 text-14 leading-[1.6]">
      <span>{t("still")}</span>
      <Button look="accent" size="small" onClick={onPlay}>
        <Play aria-hidden="true" fill="currentColor" className="size-4" />
        {t("playVideo")}
      </Button>
    </div>
  );
}
