"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Judged } from "@/api/view";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/lib/classes";
import { cueAt } from "./captions";
import { useClock } from "./clock";

/** On the picture: what is seen now is to be followed, or to be avoided. Sign, words and colour say it. */
export function VerdictBadge({ right, className }: { right: boolean; className?: string }) {
  const t = useTranslations("state");
  return (
    <Badge look={right ? "right" : "wrong"} className={classes("font-bold", className)}>
      {t(right ? "right" : "mistake")}
    </Badge>
  );
}

/** The verdict on what plays now, on the picture's corner; none while the body goes over. */
export function Verdict({ video, judged }: { video: HTMLVideoElement | null; judged: readonly Judged[] }) {
  const [now, setNow] = useState<Judged | null>(null);
  useClock(video, (time) => setNow(cueAt(judged, time)));
  if (!now) return null;
  return (
    <VerdictBadge
      right={now.right}
      className="absolute top-3 right-3 min-h-9 px-3.5 text-14 md:top-4 md:right-4 md:min-h-11 md:px-4.5 md:text-16"
    />
  );
}
