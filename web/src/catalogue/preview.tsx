"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Media } from "@/api/view";
import { classes } from "@/lib/classes";
import { usePrefersStill } from "@/lib/media-query";
import { useIsInView } from "@/player/in-view";
import { usePreview, useTurn } from "./use-preview";

type Props = {
  /** The catalogue's demonstration; asked for when the card comes near the screen. */
  clipId?: string | null;
  /** Files that are there already, instead. */
  media?: Pick<Media, "videoUrl" | "posterUrl"> | null;
  /** The picture alone. */
  still?: boolean;
  /** What it shows; without one it is decoration. */
  label?: string;
  className?: string;
};

/**
 * A picture that becomes a silent loop while it is on the screen. Off it the element lets its file go: phones allow
 * some forty loaded videos a page.
 */
export function Preview({ clipId = null, media, still = false, label, className }: Props) {
  const frame = useRef<HTMLSpanElement>(null);
  const prefersStill = usePrefersStill();
  const near = useWasNear(frame);
  const own = usePreview(media ? null : clipId, near);
  const shown = media ?? own.media;
  const moves = useTurn(useIsInView(frame) && shown !== null && !still && !prefersStill);
  const video = useLoop(moves ? (shown?.videoUrl ?? null) : null);
  return (
    <span
      ref={frame}
      data-waiting={clipId !== null && shown === null}
      className={classes("relative block overflow-hidden bg-studio-300", className)}
    >
      {near && shown?.posterUrl && (
        <img
          src={shown.posterUrl}
          alt={label ?? ""}
          onError={own.renew}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {!still && (
        <video
          ref={video}
          muted
          loop
          playsInline
          preload="none"
          tabIndex={-1}
          aria-hidden="true"
          onError={(event) => event.currentTarget.hasAttribute("src") && own.renew()}
          className="absolute inset-0 block size-full object-cover"
        />
      )}
    </span>
  );
}

/** Once near the screen its picture stays, so that scrolling back shows no hole. */
function useWasNear(frame: RefObject<Element | null>): boolean {
  const near = useIsInView(frame, "240px");
  const [was, setWas] = useState(false);
  if (near && !was) setWas(true);
  return was;
}

/** Plays that file, or lets it go. */
function useLoop(url: string | null) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video || !url) return;
    video.src = url;
    video.play().catch(() => {});
    return () => {
      video.removeAttribute("src");
      video.load();
    };
  }, [url]);
  return ref;
}
