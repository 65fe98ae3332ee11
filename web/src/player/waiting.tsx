"use client";

import { useTranslations } from "use-intl";
import type { Clip, Progress as ClipProgress } from "@/api/view";
import { Progress } from "@/components/ui/progress";

const BAR = "h-1.5 bg-white/28";

/** Over the poster while there is nothing to play yet: what happens, and how far it is. */
export function Waiting({ clip }: { clip: Clip }) {
  const t = useTranslations("state");
  const { share, ahead } = clip.progress;
  const drawing = clip.state === "generating" && share !== null;
  const percent = Math.round((share ?? 0) * 100);
  return (
    <div className="absolute inset-0 grid content-end">
      <div className="grid gap-2.5 bg-linear-to-b from-transparent to-ink-950/82 to-45% px-5 pt-21 pb-5 text-white">
        <p className="flex items-baseline justify-between gap-3 font-semibold">
          <span>{drawing ? t("rendering") : t("waiting")}</span>
          {drawing && <b className="num text-24 leading-none">{percent}%</b>}
        </p>
        {drawing ? (
          <Progress value={share} label={t("rendering")} className={BAR} barClassName="bg-accent" />
        ) : (
          <div className={`${BAR} rounded-[2px]`} />
        )}
        <small className="num text-13 text-[#d6deeb]">
          {drawing ? (
            <Details progress={clip.progress} />
          ) : ahead ? (
            t("ahead", { count: ahead })
          ) : (
            t("keepsGoing")
          )}
        </small>
      </div>
    </div>
  );
}

function Details({ progress: { frames, left } }: { progress: ClipProgress }) {
  const t = useTranslations("state");
  const parts = [
    frames && t("frames", { done: frames.done, total: frames.total }),
    left !== null && t("left", { seconds: Math.max(1, Math.round(left)) }),
  ];
  return <>{parts.filter(Boolean).join(" · ") || t("keepsGoing")}</>;
}
