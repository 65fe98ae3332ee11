"use client";

import {
  Captions,
  Download,
  FlipHorizontal,
  LoaderCircle,
  Maximize2,
  Minimize2,
  Pause,
  Play,
  Repeat,
  StepBack,
  StepForward,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Judged } from "@/api/view";
import { IconButton } from "@/components/ui/icon-button";
import { IconToggle } from "@/components/ui/toggle";
import type { Cue } from "./captions";
import type { Run } from "./commands";
import { KeyHelp } from "./key-help";
import { useIsFullscreen, usePaused } from "./media-element";
import { MistakeToggle } from "./mistake-toggle";
import { Caption } from "./phase";
import { Scrubber } from "./scrubber";
import type { Settings } from "./settings";
import { SpeedChoice } from "./speed-choice";
import { Time } from "./time";

type Props = {
  video: HTMLVideoElement | null;
  length: number;
  cues: readonly Cue[];
  starts: readonly number[];
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  run: Run;
  judged: readonly Judged[];
  disabled: boolean;
  /** Another form of the clip is being drawn: that with or without the mistake, or the mirrored one. */
  fetching: boolean;
  hasMistake: boolean;
  saving: boolean;
  onSave: () => void;
};

export function Deck({
  video,
  length,
  cues,
  starts,
  judged,
  settings,
  change,
  run,
  disabled,
  fetching,
  hasMistake,
  saving,
  onSave,
}: Props) {
  const t = useTranslations("control");
  const paused = usePaused();
  const full = useIsFullscreen();
  const turning = fetching && hasMistake && settings.mistake !== judged.length > 0;
  const mirroring = fetching && !turning && !disabled;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics that this is not
    <div
      role="group"
      aria-label={t("group")}
      className="deck px-3 pt-1.5 max-[375px]:px-1.5 pb-2.5 md:px-4 md:pb-3"
    >
      <Caption video={video} cues={cues} shown={settings.captions && !disabled} />
      <Scrubber {...{ video, length, cues, starts, judged, disabled }} />
      <div className="@container">
        <div className="grid gap-1.5 @min-[640px]:flex @min-[640px]:items-center @min-[640px]:gap-3">
          <div className="flex flex-1 items-center gap-0.5">
            <IconButton label={t("back")} hint="," disabled={disabled} onClick={() => run("frameBack")}>
              <StepBack fill="currentColor" />
            </IconButton>
            <button
              type="button"
              aria-label={paused ? t("play") : t("pause")}
              title={`${paused ? t("play") : t("pause")} ( k )`}
              disabled={disabled}
              onClick={() => run("toggle")}
              className="mx-1 grid size-13 flex-none place-items-center rounded-full bg-accent text-ink-950 transition-colors hover:bg-[#ff7a45] disabled:opacity-38 [&>svg]:size-5"
            >
              {paused ? (
                <Play fill="currentColor" className="ml-0.5" />
              ) : (
                <Pause fill="currentColor" strokeWidth={1} />
              )}
            </button>
            <IconButton label={t("forward")} hint="." disabled={disabled} onClick={() => run("frameForward")}>
              <StepForward fill="currentColor" />
            </IconButton>
            {!disabled && <Time video={video} length={length} />}
            <span className="flex-1" />
            <KeyHelp on={settings.keys} onChange={(keys) => change({ keys })} disabled={disabled} />
            <IconButton
              label={t("download")}
              disabled={disabled || saving}
              aria-busy={saving}
              onClick={onSave}
            >
              {saving ? <LoaderCircle className="spin" /> : <Download />}
            </IconButton>
            <IconButton
              label={full ? t("exitFullscreen") : t("fullscreen")}
              hint="f"
              disabled={disabled}
              onClick={() => run("fullscreen")}
            >
              {full ? <Minimize2 /> : <Maximize2 />}
            </IconButton>
          </div>
          <div className="flex items-center @min-[330px]:gap-0.5 @min-[640px]:gap-1">
            <SpeedChoice speed={settings.speed} disabled={disabled} run={run} />
            <span className="flex-1 @min-[640px]:hidden" />
            <IconToggle
              label={t("loop")}
              hint="r"
              pressed={settings.loop}
              disabled={disabled}
              onPressedChange={() => run("loop")}
            >
              <Repeat />
            </IconToggle>
            <IconToggle
              label={t("mirror")}
              hint="m"
              pressed={settings.mirror}
              busy={mirroring}
              disabled={disabled}
              onPressedChange={() => run("mirror")}
            >
              {mirroring ? <LoaderCircle className="spin" /> : <FlipHorizontal />}
            </IconToggle>
            <IconToggle
              label={t("captions")}
              hint="c"
              pressed={settings.captions}
              disabled={disabled}
              onPressedChange={() => run("captions")}
            >
              <Captions />
            </IconToggle>
          </div>
        </div>
        {hasMistake && (
          <div className="mt-1.5 grid @min-[640px]:mt-2">
            <MistakeToggle
              pressed={settings.mistake}
              busy={turning && !disabled}
              disabled={disabled}
              onPressedChange={() => run("mistake")}
            />
          </div>
        )}
      </div>
    </div>
  );
}
