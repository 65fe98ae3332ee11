"use client";

import { useEffect, useRef, useState } from "react";
import { classes } from "@/lib/classes";
import { usePrefersStill } from "@/lib/media-query";

type Props = {
  preview: { videoUrl: string; posterUrl: string | null };
  /** What it shows; without one it is decoration. */
  label?: string;
  className?: string;
};

/**
 * A silent loop that loads when it comes near the screen, plays only while it is on it, and not at all for who
 * prefers less motion.
 */
export function Preview({ preview, label, className }: Props) {
  const ref = useRef<HTMLVideoElement>(null);
  const still = usePrefersStill();
  const [near, setNear] = useState(false);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    const observer = new IntersectionObserver((entries) => {
      const visible = entries.at(-1)?.isIntersecting ?? false;
      if (visible) setNear(true);
      if (visible && !still) video.play().catch(() => {});
      else video.pause();
    });
    observer.observe(video);
    return () => observer.disconnect();
  }, [still]);
  return (
    <video
      ref={ref}
      src={preview.videoUrl}
      {...(near && preview.posterUrl ? { poster: preview.posterUrl } : {})}
      muted
      loop
      playsInline
      preload="none"
      tabIndex={-1}
      {...(label ? { "aria-label": label } : { "aria-hidden": true })}
      className={classes("block bg-studio-300 object-cover", className)}
    />
  );
}
