"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes } from "@/lib/classes";
import { Footer } from "./footer";
import { Header } from "./header";

type Props = { here?: "catalogue"; banner?: ReactNode; wide?: boolean; children: ReactNode };

/** Header, content and footer; `wide` lets the content run to the edges. */
export function Page({ here, banner, wide, children }: Props) {
  const t = useTranslations("nav");
  return (
    <>
      <a href="#main" className="absolute -top-15 left-3 z-20 rounded-m bg-surface px-4 py-2.5 focus:top-2">
        {t("skip")}
      </a>
      <div className="sticky top-0 z-10">
        {banner}
        <Header {...(here ? { here } : {})} />
      </div>
      <main
        id="main"
        className={classes(wide ? "" : "mx-auto max-w-280 px-4 pt-5 pb-6 md:px-8 md:pt-8 md:pb-10")}
      >
        {children}
      </main>
      <Footer />
    </>
  );
}
