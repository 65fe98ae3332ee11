"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/lib/classes";
import type { Span } from "./captions";

export type Verdict = "right" | "mistake";

/** A stretch of a clip that shows the movement right, or a usual mistake of it. */
export type Judged = Span & { verdict: Verdict };

/** On the picture: what is seen now is to be followed, or to be avoided. Sign, words and colour say it. */
export function VerdictBadge({ verdict, className }: { verdict: Verdict; className?: string }) {
  const t = useTranslations("state");
  return (
    <Badge look={verdict === "right" ? "right" : "wrong"} className={classes("font-bold", className)}>
      {t(verdict)}
    </Badge>
  );
}
