"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Page } from "./page";
import { PageTitle } from "./page-title";

export function MissingPage() {
  const t = useTranslations();
  return (
    <Page>
      <PageTitle>{t("title.missing")}</PageTitle>
      <Panel className="grid justify-items-start gap-4">
        <h1 className="rule text-24 font-bold">{t("title.missing")}</h1>
        <p className="text-text-2">{t("error.missingHint")}</p>
        <Button asChild look="primary">
          <a href="/">{t("error.home")}</a>
        </Button>
      </Panel>
    </Page>
  );
}
