"use client";

import { Keyboard } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";

const KEYS = [
  [["space", "k"], "playPause"],
  [["j", "l"], "second"],
  [[",", "."], "frames"],
  [["<", ">"], "speed"],
  [["m"], "mirror"],
  [["r"], "loop"],
  [["c"], "captions"],
  [["x"], "mistake"],
  [["f"], "fullscreen"],
] as const;

type Props = { on: boolean; onChange: (on: boolean) => void; disabled: boolean };

/** Which keys there are, and the switch that turns them off: single letters may collide with voice control. */
export function KeyHelp({ on, onChange, disabled }: Props) {
  const t = useTranslations("control");
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <IconButton
        label={t("keys")}
        disabled={disabled}
        onClick={() => setOpen(true)}
        className="hidden md:inline-grid"
      >
        <Keyboard />
      </IconButton>
      <Dialog open={open} onClose={() => setOpen(false)} labelledBy={id}>
        <div className="grid gap-4 px-5 py-6">
          <h2 id={id} className="text-20 font-bold">
            {t("keys")}
          </h2>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-15">
            {KEYS.map(([keys, name]) => (
              <div key={name} className="contents">
                <dt className="flex gap-1.5">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="num grid h-8 min-w-8 place-items-center rounded-s bg-surface-3 px-2 font-mono text-14"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
          <label className="flex min-h-11 items-center gap-3 text-15">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => onChange(event.target.checked)}
              className="size-5 accent-primary"
            />
            {t("useKeys")}
          </label>
          <Button onClick={() => setOpen(false)} className="justify-self-end">
            {t("closeHelp")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
