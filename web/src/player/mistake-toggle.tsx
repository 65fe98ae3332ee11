"use client";

import { Circle, LoaderCircle, X } from "lucide-react";
import { Toggle as Parts } from "radix-ui";
import { useTranslations } from "use-intl";

type Props = { pressed: boolean; busy: boolean; disabled?: boolean; onPressedChange: () => void };

const DISC = "grid size-5.5 flex-none place-items-center rounded-full text-white [&>svg]:size-3.5";

/** Shows the usual mistake in turn with the right way. A row of its own: it changes what is seen, not how. */
export function MistakeToggle({ pressed, busy, disabled = false, onPressedChange }: Props) {
  const t = useTranslations("control");
  return (
    <Parts.Root
      pressed={pressed}
      onPressedChange={onPressedChange}
      disabled={disabled}
      aria-busy={busy}
      title={`${t("mistake")} ( x )`}
      className="flex min-h-11 w-full items-center justify-center gap-2 rounded-m bg-deck-2 px-4 text-14 font-semibold text-on-deck transition-colors hover:bg-[#2f4f68] disabled:opacity-38 data-[state=on]:bg-white data-[state=on]:text-ink-900 @min-[640px]:w-auto @min-[640px]:justify-self-start"
    >
      <span aria-hidden="true" className="flex -space-x-1">
        <span className={`${DISC} bg-teal-600`}>
          <Circle strokeWidth={3.5} />
        </span>
        <span className={`${DISC} bg-red-700`}>
          {busy ? <LoaderCircle className="spin" /> : <X strokeWidth={3.5} />}
        </span>
      </span>
      {t("mistake")}
    </Parts.Root>
  );
}
