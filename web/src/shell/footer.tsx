"use client";

import { useTranslations } from "use-intl";

export function Footer() {
  const t = useTranslations("foot");
  return (
    <footer className="mx-auto grid max-w-280 gap-2 px-4 pt-8 pb-12 text-13 leading-[1.7] text-text-2 md:grid-cols-[1fr_auto] md:items-center md:px-8">
      <p>{t("care")}</p>
      <p className="flex flex-wrap items-center gap-x-4">
        <a href="/docs" className="inline-flex min-h-11 items-center text-inherit underline">
          {t("api")}
        </a>
        <span>{t("licence")}</span>
      </p>
    </footer>
  );
}
