"use client";

import { useTranslations } from "use-intl";
import { useDrills } from "@/api/queries";
import type { Drill } from "@/api/view";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Panel } from "@/components/ui/card";
import { useList, useLocal } from "@/i18n/format";
import { useLanguage } from "@/i18n/provider";
import { CoachBadge } from "@/player/made-by";
import { Page } from "@/shell/page";
import { PageTitle } from "@/shell/page-title";
import { usePathId } from "@/shell/place";
import { DrillDemonstration } from "./drill-demonstration";
import { Mistakes, Review } from "./drill-panels";
import { DrillOnItsWay } from "./on-its-way";

/** The catalogue knows every spelling that advice uses; people need the first few. */
const SYNONYMS_SHOWN = 4;

/** One drill: its demonstration, usual mistakes, when to stop, dose, sources, who has checked it. */
export function DrillPage() {
  const t = useTranslations();
  const id = usePathId();
  const { data: drills, isError } = useDrills();
  const drill = drills?.find((one) => one.id === id);
  const local = useLocal();
  return (
    <Page here="catalogue">
      <PageTitle>{drill ? local(drill.names) : t("title.catalogue")}</PageTitle>
      {drill ? (
        <Found drill={drill} />
      ) : drills || isError ? (
        <Missing isError={isError} />
      ) : (
        <DrillOnItsWay />
      )}
    </Page>
  );
}

function Found({ drill }: { drill: Drill }) {
  const t = useTranslations();
  const local = useLocal();
  const list = useList();
  const language = useLanguage();
  const other = language === "ja" ? "en" : "ja";
  const synonyms = drill.synonyms[language].slice(0, SYNONYMS_SHOWN);
  return (
    <>
      <nav
        aria-label={t("nav.catalogue")}
        className="mb-3 flex flex-wrap items-center gap-x-3 text-13 text-text-2"
      >
        <a href="/catalogue/" className="inline-flex min-h-11 items-center underline">
          {t("nav.catalogue")}
        </a>
        <span aria-hidden="true">›</span>
        <span aria-current="page">{local(drill.names)}</span>
      </nav>
      <div className="mb-4">
        <h1 className="text-28 font-bold">{local(drill.names)}</h1>
        <p className="text-14 text-text-2">
          <span lang={other}>{drill.names[other]}</span>
          {synonyms.length > 0 &&
            `　·　${t("drill.aka", { names: synonyms.join(language === "ja" ? "、" : ", ") })}`}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <CoachBadge drill={drill} />
          {drill.position && <Badge>{local(drill.position.name)}</Badge>}
          {drill.equipment.length > 0 && (
            <Badge>
              {t("drill.equipment", { names: list(drill.equipment.map((one) => local(one.name))) })}
            </Badge>
          )}
        </div>
      </div>
      <Card>
        <DrillDemonstration drill={drill} />
      </Card>
      <div className="mt-4 grid gap-4 md:mt-5 md:grid-cols-2 md:gap-5">
        {drill.mistakes.length > 0 && <Mistakes drill={drill} />}
        <Review drill={drill} />
      </div>
    </>
  );
}

function Missing({ isError }: { isError: boolean }) {
  const t = useTranslations();
  return (
    <Panel className="grid justify-items-start gap-4">
      <h1 className="rule text-24 font-bold">{t(isError ? "error.page" : "drill.missing")}</h1>
      <p className="text-text-2">{t(isError ? "error.network" : "catalogue.noneHint")}</p>
      {isError ? (
        <Button look="primary" onClick={() => location.reload()}>
          {t("error.reload")}
        </Button>
      ) : (
        <Button asChild look="primary">
          <a href="/catalogue/">{t("none.choose")}</a>
        </Button>
      )}
    </Panel>
  );
}
