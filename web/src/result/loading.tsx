"use client";

import { useTranslations } from "use-intl";
import { Card } from "@/components/ui/card";

/** The card's shape while the advice is on its way. */
export function Loading() {
  const t = useTranslations("card");
  return (
    <div className="min-h-dvh">
      <p className="mb-3 min-h-5 text-13 text-text-2" role="status">
        {t("loading")}
      </p>
      <Card className="-mx-2 md:mx-0">
        <div className="px-5 pt-6 pb-5 md:px-10 md:pt-10 md:pb-8">
          <h1 className="rule text-26 font-bold md:text-32">
            <span aria-hidden="true">🎯</span> {t("title")}
          </h1>
        </div>
        {[1, 2, 3].map((row) => (
          <div
            key={row}
            aria-hidden="true"
            className="grid gap-3 border-t border-line px-5 py-6 md:px-10 md:py-8 lg:grid-cols-[250px_1fr] lg:gap-8"
          >
            <span className="h-5 w-40 rounded-s bg-surface-3" />
            <span className="grid gap-3">
              <span className="h-4 max-w-140 rounded-s bg-surface-3" />
              <span className="h-4 w-3/5 rounded-s bg-surface-3" />
            </span>
          </div>
        ))}
      </Card>
    </div>
  );
}
