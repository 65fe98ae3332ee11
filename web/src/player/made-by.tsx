"use client";

import { BadgeCheck, Box, Clapperboard, Sparkles } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Clip, type Drill, engineName, isAiMade, STUDIO } from "@/api/view";
import { Badge } from "@/components/ui/badge";

/** Which engine made what plays, and whose it is. */
export function MadeBy({ clip }: { clip: Clip }) {
  return (
    <>
      <Maker engine={clip.shownEngine} />
      {clip.credit && (
        <small className="text-13 text-text-2 wrap-anywhere">
          {clip.credit.title} · {clip.credit.licence}
        </small>
      )}
    </>
  );
}

function Maker({ engine }: { engine: string | null }) {
  const t = useTranslations("made");
  if (engine === null) return null;
  if (engine === STUDIO) {
    return (
      <Badge>
        <Box aria-hidden="true" />
        {t("studio")}
      </Badge>
    );
  }
  const ai = isAiMade(engine);
  return (
    <Badge look={ai ? "strong" : "plain"}>
      {ai ? <Sparkles aria-hidden="true" /> : <Clapperboard aria-hidden="true" />}
      {t(ai ? "ai" : "library", { engine: engineName(engine) })}
    </Badge>
  );
}

export function CoachBadge({ drill }: { drill: Drill }) {
  const t = useTranslations("coach");
  if (drill.confirmedBy === null) return <Badge look="faint">{t("no")}</Badge>;
  return (
    <Badge look="good">
      <BadgeCheck aria-hidden="true" />
      {t("yes")}
    </Badge>
  );
}
