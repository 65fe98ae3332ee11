"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRun } from "@/api/queries";
import { useLiveVideo } from "@/api/use-live-video";
import { Panel } from "@/components/ui/card";
import { ConnectionBanner } from "@/result/connection-banner";
import { NoRun } from "@/result/no-run";
import { Brand } from "@/shell/brand";
import { PageTitle } from "@/shell/page-title";
import { usePathId } from "@/shell/place";
import { LivePlayer } from "./training-video";

/** The player alone, for a frame on somebody else's page: `/embed/{run id}`. */
export function EmbedPage() {
  const t = useTranslations();
  const path = usePathId();
  const id = path !== null && /^[1-9]\d{0,9}$/.test(path) ? Number(path) : null;
  const { video, loaded, link } = useLiveVideo(id);
  const bare = useRun(loaded && !video ? id : null);
  const missing = path !== null && (id === null || bare.isError);
  return (
    <div className="min-h-dvh bg-surface">
      <PageTitle>{t("title.embed")}</PageTitle>
      <ConnectionBanner link={link} />
      <main>
        <h1 className="sr-only">{t("title.embed")}</h1>
        {missing && <NoRun error={id === null ? null : bare.error} />}
        {bare.data && <Panel className="shadow-none">{t("none.title")}</Panel>}
        {video && <LivePlayer bare video={video} />}
      </main>
      <footer className="mx-5 mt-4 flex items-center justify-between gap-3 border-t border-line py-3 text-13">
        <span className="inline-flex items-center gap-2 text-14 font-bold">
          <Brand size={22} />
        </span>
        {(video || bare.data) && (
          <a
            href={`/result/${id}/`}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap underline"
          >
            {t("embed.more")}
            <ExternalLink aria-hidden="true" className="size-4" />
          </a>
        )}
      </footer>
    </div>
  );
}
