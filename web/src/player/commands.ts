"use client";

import { useCallback, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/shell/announcer";
import { type Command, commandOf } from "./hotkeys";
import { useIsFullscreen, useRequests } from "./media-element";
import type { Settings } from "./settings";
import { nextSpeed } from "./speeds";

/** Carries out a command of the controls or the keyboard; `speed` takes the new speed. */
export type Run = (command: Command | "speed", value?: number) => void;

const FRAME = 1 / 30;
const JUMP = 1;

type Wiring = {
  video: HTMLVideoElement | null;
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  enabled: boolean;
  hasMistake: boolean;
};

export function useCommands({ video, settings, change, enabled, hasMistake }: Wiring): Run {
  const t = useTranslations("control");
  const announce = useAnnounce();
  const requests = useRequests();
  const full = useIsFullscreen();
  const run: Run = (command, value) => {
    if (!video) return;
    const jump = (by: number) =>
      requests.seek(Math.min(video.duration - FRAME, Math.max(0, video.currentTime + by)));
    const step = (by: number) => {
      requests.pause();
      jump(by);
    };
    const speed = (next: number) => {
      change({ speed: next });
      announce(t("speedIs", { rate: String(next) }));
    };
    const flip = (name: "loop" | "mirror" | "captions" | "mistake") => {
      const on = !settings[name];
      change({ [name]: on });
      announce(t(on ? "on" : "off", { name: t(name) }));
    };
    switch (command) {
      case "toggle":
        return video.paused ? requests.play() : requests.pause();
      case "back":
        return jump(-JUMP);
      case "forward":
        return jump(JUMP);
      case "frameBack":
        return step(-FRAME);
      case "frameForward":
        return step(FRAME);
      case "slower":
        return speed(nextSpeed(settings.speed, -1));
      case "faster":
        return speed(nextSpeed(settings.speed, 1));
      case "speed":
        return speed(value ?? 1);
      case "fullscreen":
        // The document knows before the store does: a key pressed at once must lead back.
        return full || document.fullscreenElement ? requests.exitFullscreen() : requests.enterFullscreen();
      case "mistake":
        return hasMistake ? flip("mistake") : undefined;
      default:
        return flip(command);
    }
  };
  useHotkeys(run, enabled && settings.keys);
  return run;
}

function useHotkeys(run: Run, enabled: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const onKey = useCallback((event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    latest.current(command);
  }, []);
  useEffect(() => {
    if (!enabled) return;
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [enabled, onKey]);
}
