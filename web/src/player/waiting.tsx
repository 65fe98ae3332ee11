"use client";

import { useTranslations } from "use-intl";
import type { Clip } from "@/api/view";
import { Progress } from "@/components/ui/progress";
import { useTimeLeft } from "./time-left";

const BAR = "h-1.5 bg-white/28";

/** Over the poster while there is nothing to play: what happens, and how far it is. */
export function Waiting({ clip }: { clip: Clip }) {
  const t = useTranslations("state");
  const drawing = clip.state === "generating" || clip.shownEngine !== null;
  const percent = drawing && clip.shownEngine === null ? Math.round(clip.progress * 100) : null;
  const words = clip.state === "canceled" ? "canceledAll" : drawing ? "rendering" : "waiting";
  return (
    <div className="absolute inset-0 grid content-end">
      <div className="grid gap-2.5 bg-linear-to-b from-transparent to-ink-950/82 to-45% px-5 pt-21 pb-5 text-white">
        <p className="flex min-h-9 items-baseline justify-between gap-3 font-semibold">
          <span>{t(words)}</span>
          {percent !== null && <b className="num text-24 leading-none">{percent}%</b>}
        </p>
        {percent === null ? (
          <div className={`${BAR} rounded-[2px]`} />
        ) : (
          <Progress value={clip.progress} label={t("rendering")} className={BAR} barClassName="bg-accent" />
        )}
        <small className="num min-h-5 text-13 text-[#d6deeb]">
          {words === "rendering" && <Drawn clip={clip} />}
          {words === "waiting" && <Place ahead={clip.ahead} />}
        </small>
      </div>
    </div>
  );
}

/** Frames and seconds, as far as they are known. */
function Drawn({ clip }: { clip: Clip }) {
  const t = useTranslations("state");
  const left = useTimeLeft(clip.progress);
  const told = [
    clip.frames && t("frames", clip.frames),
    left !== null && t("left", { seconds: left }),
  ].filter(Boolean);
  return told.length > 0 ? told.join(" · ") : t("keepsGoing");
}

function Place({ ahead }: { ahead: number | null }) {
  const t = useTranslations("state");
  return ahead === null ? t("keepsGoing") : t("aheadKeepsGoing", { count: ahead });
}
