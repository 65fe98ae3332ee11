"use client";

import { useTranslations } from "use-intl";
import { isBusy, RequestFailed } from "@/api/failure";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";

/** `null`: the address holds no run number. */
export function NoRun({ error }: { error: Error | null }) {
  const t = useTranslations("error");
  const status = error instanceof RequestFailed ? error.status : null;
  const why = isBusy(error) ? t("busy") : status ? t("refused", { status: String(status) }) : t("network");
  const missing = error === null || status === 404 || status === 422;
  return (
    <Panel className="grid justify-items-start gap-4">
      <h1 className="rule text-24 font-bold">{t(missing ? "notFound" : "page")}</h1>
      <p className="text-text-2">{missing ? t("notFoundHint") : why}</p>
      {missing ? (
        <Button asChild look="primary">
          <a href="/">{t("home")}</a>
        </Button>
      ) : (
        <Button look="primary" onClick={() => location.reload()}>
          {t("reload")}
        </Button>
      )}
    </Panel>
  );
}
