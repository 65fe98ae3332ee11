"use client";

import { Search } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDrills } from "@/api/queries";
import type { Drill } from "@/api/view";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Page } from "@/shell/page";
import { PageTitle } from "@/shell/page-title";
import { DrillCard } from "./drill-card";
import { FilterRow } from "./filters";
import { CardsOnTheirWay } from "./on-its-way";
import { type Filters, search } from "./search";
import { useFilters } from "./use-filters";

const NO_DRILLS: readonly Drill[] = [];

/** Every drill of the catalogue, as a gallery that can be searched and filtered. */
export function CataloguePage() {
  const t = useTranslations();
  const { data: drills = NO_DRILLS, isPending, isError, refetch } = useDrills();
  const { filters, change, clear, isSet } = useFilters();
  const settled = useDeferredValue(filters);
  const found = useMemo(() => search(drills, settled), [drills, settled]);
  return (
    <Page here="catalogue">
      <PageTitle>{t("title.catalogue")}</PageTitle>
      <div className="mb-5 grid gap-4 md:grid-cols-[1fr_380px] md:items-end">
        <h1 className="rule text-28 font-bold">{t("title.catalogue")}</h1>
        <div className="relative">
          <Search aria-hidden="true" className="absolute top-3.5 left-3.5 size-5 text-text-2" />
          <label htmlFor="q" className="sr-only">
            {t("catalogue.search")}
          </label>
          <Input
            id="q"
            type="search"
            value={filters.query}
            placeholder={t("catalogue.search")}
            onChange={(event) => change({ query: event.target.value })}
            className="min-h-12 rounded-l pl-11"
          />
        </div>
        <FilterRow drills={drills} filters={filters} change={change} />
      </div>
      <div className="flex min-h-11 items-center justify-between text-14 text-text-2">
        <p role="status" className="num">
          {isPending || isError ? "" : t("catalogue.found", { count: found.length })}
        </p>
        {isSet && (
          <Button look="quiet" size="small" onClick={clear}>
            {t("catalogue.clear")}
          </Button>
        )}
      </div>
      {isError && <Unreachable onRetry={() => void refetch()} />}
      {!isPending && !isError && found.length === 0 && <Nothing filters={settled} onClear={clear} />}
      <ul className="mt-3 grid grid-cols-2 gap-3 md:grid-cols-[repeat(auto-fill,minmax(232px,1fr))] md:gap-5">
        {isPending && <CardsOnTheirWay />}
        {found.map((drill) => (
          <li key={drill.id}>
            <DrillCard drill={drill} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const t = useTranslations("catalogue");
  return (
    <Panel className="grid justify-items-start gap-3">
      <h2 className="text-18 font-bold">
        {filters.query ? t("none", { q: filters.query }) : t("noneFiltered")}
      </h2>
      <p className="text-text-2">{t("noneHint")}</p>
      <Button onClick={onClear}>{t("clear")}</Button>
    </Panel>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("error");
  return (
    <Panel role="alert" className="grid justify-items-start gap-3">
      <p>{t("network")}</p>
      <Button onClick={onRetry}>{t("reload")}</Button>
    </Panel>
  );
}
