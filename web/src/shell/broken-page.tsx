"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Page } from "./page";

/** A defect of ours: said plainly, with a way on. */
export function BrokenPage({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("error");
  return (
    <Page>
      <Panel role="alert" className="grid justify-items-start gap-4">
        <h1 className="rule text-24 font-bold">{t("page")}</h1>
        <p className="text-text-2">{t("pageHint")}</p>
        <Button look="primary" onClick={onRetry}>
          {t("reload")}
        </Button>
      </Panel>
    </Page>
  );
}
