"use client";

import { useTranslations } from "use-intl";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import type { Run } from "./commands";
import { SPEEDS } from "./speeds";

export function SpeedChoice({ speed, disabled, run }: { speed: number; disabled: boolean; run: Run }) {
  const t = useTranslations("control");
  return (
    <ToggleGroup
      value={String(speed)}
      disabled={disabled}
      onValueChange={(value) => run("speed", Number(value))}
      aria-label={t("speed")}
      className="inline-flex rounded-m bg-deck-2"
    >
      {SPEEDS.map((one) => (
        <ToggleGroupItem
          key={one}
          value={String(one)}
          className="num h-11 min-w-11 rounded-m text-13 text-on-deck-2 disabled:opacity-38 data-[state=on]:bg-white data-[state=on]:text-ink-900 @min-[350px]:min-w-12"
        >
          {one}×
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
