"use client";

import { useTranslations } from "use-intl";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";

export function Header({ here }: { here?: "catalogue" }) {
  const t = useTranslations("nav");
  return (
    <header className="border-b border-line bg-bg/88 backdrop-blur-md">
      <div className="mx-auto flex h-14 max-w-280 items-center gap-2 px-4 md:h-16 md:px-8">
        <a
          href="/"
          className="inline-flex min-h-11 items-center gap-2.25 text-18 font-bold tracking-[.01em] text-text no-underline"
        >
          <Brand />
        </a>
        <nav aria-label={t("main")} className="ml-auto flex items-center gap-1 md:gap-2">
          <a
            href="/catalogue/"
            aria-current={here === "catalogue" ? "page" : undefined}
            className="inline-flex min-h-11 items-center rounded-m px-2.5 text-14 font-medium whitespace-nowrap text-text no-underline hover:bg-surface-3 aria-[current=page]:font-bold aria-[current=page]:text-tint-text"
          >
            {t("catalogue")}
          </a>
          <LanguageSwitch />
        </nav>
      </div>
    </header>
  );
}
