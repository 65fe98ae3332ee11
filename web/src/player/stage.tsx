"use client";

import { Sparkles } from "lucide-react";
import { type ReactNode, type RefObject, useCallback } from "react";
import { useTranslations } from "use-intl";
import { type Clip, isAiMade, isImproving, type Media } from "@/api/view";
import { Badge } from "@/components/ui/badge";
import { useLocal } from "@/i18n/format";
import { useLanguage } from "@/i18n/provider";
import { classes } from "@/lib/classes";
import type { Counter } from "./captions";
import { useMediaRefs } from "./media-element";
import { Count } from "./phase";
import { Ring } from "./ring";
import { Verdict } from "./verdict-badge";

type Props = {
  clip: Clip;
  media: Media | null;
  counter: Counter | null;
  poster: string | null;
  captionsUrl: string | null;
  video: HTMLVideoElement | null;
  setVideo: (video: HTMLVideoElement | null) => void;
  cover: RefObject<HTMLCanvasElement | null>;
  loop: boolean;
  /** Not a still sequence. */
  moving: boolean;
  onPress: () => void;
  onError: () => void;
  children?: ReactNode;
};

/** The picture: one video element that stays while its files change, and what lies on it. */
export function Stage({
  clip,
  media,
  counter,
  poster,
  captionsUrl,
  video,
  setVideo,
  cover,
  loop,
  moving,
  onPress,
  onError,
  children,
}: Props) {
  const t = useTranslations("player");
  const language = useLanguage();
  const local = useLocal();
  const refs = useMediaRefs();
  const attach = useCallback(
    (element: HTMLVideoElement | null) => {
      setVideo(element);
      refs.video(element);
    },
    [setVideo, refs.video],
  );
  return (
    <div className="stage relative aspect-square overflow-hidden md:aspect-4/3">
      <video
        ref={attach}
        muted
        loop={loop}
        playsInline
        preload="auto"
        {...(poster ? { poster } : {})}
        aria-label={t("video", { drill: local(clip.name) })}
        onClick={onPress}
        onError={onError}
        className={classes("absolute inset-0 block size-full object-cover", media === null && "saturate-25")}
      >
        {captionsUrl && <track kind="captions" src={captionsUrl} srcLang={language} label={language} />}
      </video>
      <canvas ref={cover} className="pointer-events-none absolute inset-0 size-full object-cover opacity-0" />
      {media && <Chip clip={clip} />}
      {media && counter && <Count video={video} counter={counter} />}
      {media && moving && <Verdict video={video} judged={media.judged} />}
      {children}
    </div>
  );
}

function Chip({ clip }: { clip: Clip }) {
  const t = useTranslations();
  const place = "absolute top-3 left-3 md:top-4 md:left-4 pointer-events-none";
  if (isAiMade(clip.shownEngine)) {
    return (
      <Badge look="onPictureStrong" className={place}>
        <Sparkles aria-hidden="true" />
        {t("made.aiShort")}
      </Badge>
    );
  }
  if (!isImproving(clip)) return null;
  return (
    <Badge look="onPicture" className={`${place} num`}>
      <Ring share={clip.progress} />
      {clip.progress === 0
        ? t("state.cloudWait")
        : t("state.cloudChip", { percent: Math.round(clip.progress * 100) })}
    </Badge>
  );
}
