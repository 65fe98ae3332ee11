"use client";

import { Progress as Parts } from "radix-ui";
import { classes } from "@/lib/classes";

type Props = { value: number; label: string; valueText?: string; className?: string; barClassName?: string };

/** A thin bar; `value` is 0 to 1. */
export function Progress({ value, label, valueText, className, barClassName }: Props) {
  const percent = Math.round(value * 100);
  return (
    <Parts.Root
      value={percent}
      aria-label={label}
      {...(valueText ? { getValueLabel: () => valueText } : {})}
      className={classes("h-1 overflow-hidden rounded-[2px] bg-primary/22", className)}
    >
      <Parts.Indicator
        className={classes(
          "block h-full rounded-[2px] bg-primary transition-[width] duration-200",
          barClassName,
        )}
        style={{ width: `${percent}%` }}
      />
    </Parts.Root>
  );
}
