"use client";

import { useTranslations } from "use-intl";

const BAR = "block rounded-s bg-surface-3";

/** A screen of cards before the drills are known: what comes moves nothing. */
export function CardsOnTheirWay() {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((card) => (
    <li key={card} aria-hidden="true" className="overflow-clip rounded-l bg-surface shadow-lift">
      <span className="stage block aspect-4/3" />
      <span className="grid gap-2 px-3 pt-3 pb-5 md:px-4">
        <span className={`${BAR} h-5 w-3/5`} />
        <span className={`${BAR} h-3.5 w-4/5`} />
      </span>
    </li>
  ));
}

/** The drill's page before the drill is known. */
export function DrillOnItsWay() {
  const t = useTranslations("drill");
  return (
    <div className="min-h-dvh">
      <p role="status" className="mb-3 flex min-h-11 items-center text-13 text-text-2">
        {t("loading")}
      </p>
      <div aria-hidden="true" className="grid gap-4">
        <span className={`${BAR} h-9 w-60`} />
        <span className={`${BAR} h-5 w-80 max-w-full`} />
        <div className="overflow-clip rounded-xl bg-surface shadow-card md:p-8">
          <div className="stage aspect-square md:aspect-4/3 md:rounded-l lg:w-3/5" />
        </div>
      </div>
    </div>
  );
}
