"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/shell/page";
import { PageTitle } from "@/shell/page-title";
import { AdviceForm } from "./advice-form";
import { HeroCoach } from "./hero-coach";
import { OpenRun } from "./open-run";
import { RecentRuns } from "./recent-runs";

export function HomePage() {
  const t = useTranslations();
  return (
    <Page wide>
      <PageTitle>{t("title.home")}</PageTitle>
      <div className="hero">
        <div className="relative mx-auto grid max-w-280 px-4 pt-6 pb-8 md:min-h-160 md:grid-cols-[minmax(0,600px)_1fr] md:content-center md:px-8 md:pt-12 md:pb-16">
          <HeroCoach />
          <div>
            <h1 className="relative max-w-[10em] text-28 leading-[1.4] font-extrabold tracking-[.02em] break-keep md:max-w-[11em] md:text-44 md:leading-[1.3]">
              {t("home.title1")}
              <br />
              {t("home.title2")}
            </h1>
            <p className="relative mt-4 max-w-[15.5em] text-15 leading-[1.75] text-ink-800 md:max-w-[30em] md:text-17">
              {t("home.lead")}
            </p>
            <AdviceForm />
          </div>
        </div>
      </div>
      <div className="mx-auto max-w-280 px-4 pb-2 md:px-8 md:pb-4">
        <RecentRuns />
        <OpenRun />
      </div>
    </Page>
  );
}
