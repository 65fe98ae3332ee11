"use client";

import { Check, RotateCcw, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Clip, Drill } from "@/api/view";
import { Preview } from "@/catalogue/preview";
import { Button } from "@/components/ui/button";
import { useLocal } from "@/i18n/format";
import { useProblem } from "@/i18n/problem";
import { useWhere } from "./where";

type Props = {
  clip: Clip;
  drill: Drill | null;
  onRetry: () => void;
  busy: boolean;
  problem: Error | null;
};

/** Nothing to play: where it failed, why, what to do. The catalogue's own preview still shows the movement. */
export function Failed({ clip, drill, onRetry, busy, problem }: Props) {
  const t = useTranslations("error");
  const local = useLocal();
  const error = clip.error;
  const where = useWhere();
  const told = useProblem();
  const facts = error && [
    [t("where"), where(error)],
    [t("cause"), local(error.cause)],
    [t("next"), local(error.next)],
  ];
  return (
    <div role="alert" className="grid gap-4 bg-danger-bg px-5 py-6 md:rounded-l md:p-8">
      <h3 className="grid grid-cols-[24px_1fr] gap-2.5 text-18 font-bold text-danger">
        <TriangleAlert aria-hidden="true" className="size-6" />
        {t("title", { drill: local(clip.name) })}
      </h3>
      {facts && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-15 leading-[1.65]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-14 font-semibold whitespace-nowrap text-text-2">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={onRetry} disabled={busy}>
          <RotateCcw aria-hidden="true" className="size-5" />
          {t(error?.outcomeUnknown ? "retryKnown" : "retry")}
        </Button>
        {facts && <Copy text={[...facts.map((fact) => fact.join(": ")), code(clip)].join("\n")} />}
      </div>
      {problem && <p className="text-14 text-danger">{told(problem)}</p>}
      {error && <p className="num font-mono text-13 break-all text-text-2">{code(clip)}</p>}
      {drill?.clipId && (
        <figure className="grid grid-cols-[120px_1fr] items-center gap-3 border-t border-danger/18 pt-4 text-14 leading-[1.6] text-text-2 md:grid-cols-[200px_1fr]">
          <Preview
            clipId={drill.clipId}
            label={t("sampleLabel", { drill: local(drill.names) })}
            className="aspect-4/3 w-full rounded-m"
          />
          <figcaption>{t("sample")}</figcaption>
        </figure>
      )}
    </div>
  );
}

function code(clip: Clip): string {
  return `${clip.error?.code ?? "failed"} · clip ${clip.id}`;
}

function Copy({ text }: { text: string }) {
  const t = useTranslations("error");
  const [done, setDone] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setDone(true));
  return (
    <Button look="quiet" size="small" onClick={copy}>
      {done && <Check aria-hidden="true" className="size-4" />}
      <span role="status">{t(done ? "copied" : "copy")}</span>
    </Button>
  );
}
