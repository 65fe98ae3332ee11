"use client";

import { useTranslations } from "use-intl";
import { engineName, type Failure, STUDIO } from "@/api/view";
import { useLocal } from "@/i18n/format";

/** Which engine, and at what: スタジオ（CG） · 動画の受け取り. */
export function useWhere(): (failure: Failure) => string {
  const t = useTranslations("made");
  const local = useLocal();
  return ({ engine, step }) => {
    const name = engine === STUDIO ? t("studio") : engine && engineName(engine);
    return [name, local(step)].filter(Boolean).join(" · ");
  };
}
