"use client";

import { CircleCheck, Info, RotateCcw, Sparkles, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Clip, isImproving } from "@/api/view";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { useLocal } from "@/i18n/format";
import { useProblem } from "@/i18n/problem";
import { useTimeLeft } from "./time-left";
import { useWhere } from "./where";

export type Told = "swapped" | "expired" | null;

type Props = {
  clip: Clip;
  told: Told;
  onSeen: () => void;
  onRetry: () => void;
  onCancel: () => void;
  busy: boolean;
  problem: Error | null;
};

/** Below the controls, so that nothing that comes or goes ever moves the picture. */
export function Notices({ problem, ...state }: Props) {
  return (
    <>
      <State {...state} />
      {problem && <NotDone problem={problem} />}
    </>
  );
}

function State({ clip, told, onSeen, onRetry, onCancel, busy }: Omit<Props, "problem">) {
  if (isImproving(clip)) return <OnItsWay clip={clip} onCancel={onCancel} busy={busy} />;
  if (clip.error) return <Beside clip={clip} onRetry={onRetry} busy={busy} />;
  if (clip.state === "canceled") return <Canceled clip={clip} onRetry={onRetry} busy={busy} />;
  if (told) return <Passing told={told} onSeen={onSeen} />;
  return null;
}

/** Retry or cancel did not reach the service, or it would not. */
function NotDone({ problem }: { problem: Error }) {
  const told = useProblem();
  return (
    <Notice look="warn" role="alert">
      <TriangleAlert aria-hidden="true" />
      {told(problem)}
    </Notice>
  );
}

function OnItsWay({ clip, onCancel, busy }: { clip: Clip; onCancel: () => void; busy: boolean }) {
  const t = useTranslations("state");
  const left = useTimeLeft(clip.progress);
  const parts = [
    clip.progress === 0 ? t("cloud") : `${t("cloud")} ${Math.round(clip.progress * 100)}%`,
    left !== null && t("left", { seconds: left }),
  ];
  return (
    <div className="grid grid-cols-[20px_1fr_auto] items-center gap-x-2.5 gap-y-0.5 bg-tint pt-2.5 pr-2.5 pb-3 pl-4 text-14">
      <Sparkles aria-hidden="true" className="size-5 text-tint-text" />
      <p>
        <span className="num">{parts.filter(Boolean).join(" · ")}</span>
        <small className="block text-12 text-text-2">{t("cloudHint")}</small>
      </p>
      <Button look="quiet" size="small" onClick={onCancel} disabled={busy}>
        {t("cancel")}
      </Button>
      <Progress value={clip.progress} label={t("cloud")} className="col-span-3 mr-1.5" />
    </div>
  );
}

/** A better clip failed; the studio's plays on. */
function Beside({ clip, onRetry, busy }: { clip: Clip; onRetry: () => void; busy: boolean }) {
  const t = useTranslations("error");
  const local = useLocal();
  const where = useWhere();
  const error = clip.error;
  if (!error) return null;
  return (
    <Notice look="warn" role="status">
      <TriangleAlert aria-hidden="true" />
      <details open={error.outcomeUnknown} className="w-full">
        <summary className="min-h-6 cursor-pointer">
          {t(error.outcomeUnknown ? "unknown" : "partial")}
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          <dt className="text-text-2">{t("where")}</dt>
          <dd>{where(error)}</dd>
          <dt className="text-text-2">{t("cause")}</dt>
          <dd>{local(error.cause)}</dd>
          <dt className="text-text-2">{t("next")}</dt>
          <dd>{local(error.next)}</dd>
        </dl>
        {(error.retryable || error.outcomeUnknown) && (
          <Button size="small" className="mt-2" onClick={onRetry} disabled={busy}>
            <RotateCcw aria-hidden="true" className="size-4" />
            {t(error.outcomeUnknown ? "retryKnown" : "retry")}
          </Button>
        )}
      </details>
    </Notice>
  );
}

function Canceled({ clip, onRetry, busy }: { clip: Clip; onRetry: () => void; busy: boolean }) {
  const t = useTranslations();
  return (
    <Notice role="status">
      <Info aria-hidden="true" />
      <span>{t(clip.shownEngine ? "state.canceled" : "state.canceledAll")}</span>
      <Button look="quiet" size="small" className="-my-2 -mr-2 ml-auto" onClick={onRetry} disabled={busy}>
        {t("error.retry")}
      </Button>
    </Notice>
  );
}

function Passing({ told, onSeen }: { told: "swapped" | "expired"; onSeen: () => void }) {
  const t = useTranslations("state");
  return (
    <Notice role="status" className="fade-in">
      {told === "swapped" ? <CircleCheck aria-hidden="true" /> : <RotateCcw aria-hidden="true" />}
      <span>{t(told)}</span>
      <button
        type="button"
        aria-label={t("close")}
        onClick={onSeen}
        className="-m-2.5 ml-auto grid size-11 flex-none place-items-center rounded-m text-text-2 hover:bg-surface-3 [&>svg]:size-5"
      >
        <X aria-hidden="true" />
      </button>
    </Notice>
  );
}
