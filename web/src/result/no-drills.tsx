"use client";

import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { Preview } from "@/catalogue/preview";
import { Button } from "@/components/ui/button";

/** The advice prescribes nothing that could be shown: how to write it so that it does. */
export function NoDrills({ hasSection, picture }: { hasSection: boolean; picture: Drill | null }) {
  const t = useTranslations();
  return (
    <section
      id="player"
      aria-label={t("player.title")}
      className="border-t border-line py-6 md:px-10 md:pt-7 md:pb-10"
    >
      <h2 className="flex gap-[.45em] px-5 pb-4 text-20 font-bold md:px-0 md:text-24">
        <span aria-hidden="true">💪</span>
        {t("player.title")}
      </h2>
      <div className="grid gap-4 px-5 md:grid-cols-[1fr_1.3fr] md:items-center md:gap-8 md:px-0">
        <Preview
          clipId={picture?.clipId ?? null}
          label={t("none.picture")}
          still
          className="aspect-4/3 rounded-l"
        />
        <div className="grid gap-4">
          <h3 className="text-18 font-bold">{t(hasSection ? "none.unknownTitle" : "none.title")}</h3>
          <p className="leading-[1.8] text-text-2">{t(hasSection ? "none.unknownHint" : "none.hint")}</p>
          <pre
            lang="ja"
            className="rounded-m border border-line bg-surface-2 px-4 py-3 font-sans text-14 leading-[1.8] whitespace-pre-wrap"
          >
            {t("none.example")}
          </pre>
          <div className="flex flex-wrap gap-2">
            <Button asChild look="primary">
              <a href="/?edit=1">{t("none.edit")}</a>
            </Button>
            <Button asChild>
              <a href="/catalogue/">{t("none.choose")}</a>
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
