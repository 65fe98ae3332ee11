"use client";

import { ExternalLink, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { Panel } from "@/components/ui/card";
import { useLocal } from "@/i18n/format";

const TITLE = "rule mb-3 text-18 font-bold";

export function Mistakes({ drill }: { drill: Drill }) {
  const t = useTranslations("drill");
  const local = useLocal();
  return (
    <Panel>
      <h2 className={TITLE}>{t("mistakes")}</h2>
      <ul>
        {drill.mistakes.map((mistake) => (
          <li
            key={mistake.ja}
            className="grid grid-cols-[24px_1fr] gap-2 border-t border-line py-2.25 leading-[1.65] first:border-t-0 first:pt-0"
          >
            <X aria-hidden="true" className="mt-0.75 size-5 text-danger" />
            <span>{local(mistake)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How much, what for, who has checked it, where it comes from. */
export function Review({ drill }: { drill: Drill }) {
  const t = useTranslations("drill");
  const local = useLocal();
  return (
    <Panel>
      <h2 className={TITLE}>{t("review")}</h2>
      <dl className="grid gap-3">
        {local(drill.tempo) && <Fact name={t("how")}>{local(drill.tempo)}</Fact>}
        <Fact name={t("aim")}>{local(drill.category)}</Fact>
        <Fact name={t("coach")}>
          {drill.confirmedBy ?? t("notReviewed")}
          {drill.status && <small className="block text-14 text-text-2">{local(drill.status)}</small>}
        </Fact>
        {drill.sources.length > 0 && (
          <Fact name={t("sources")}>
            <ul>
              {drill.sources.map((source) => (
                <li key={source}>
                  <a
                    href={source}
                    rel="noreferrer"
                    target="_blank"
                    className="inline-flex min-h-11 items-center gap-1 text-14 underline"
                  >
                    {new URL(source).hostname.replace(/^www\./, "")}
                    <ExternalLink aria-hidden="true" className="size-4" />
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-13 font-semibold text-text-2">{name}</dt>
      <dd className="leading-[1.7] first-letter:uppercase">{children}</dd>
    </div>
  );
}
