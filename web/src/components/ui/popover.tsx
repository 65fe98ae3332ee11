"use client";

import { Popover as Parts } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

export const Popover = Parts.Root;
export const PopoverTrigger = Parts.Trigger;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Parts.Content>) {
  return (
    <Parts.Portal>
      <Parts.Content
        align="start"
        sideOffset={8}
        collisionPadding={16}
        className={classes(
          "fade-in z-20 max-h-[min(24rem,var(--radix-popover-content-available-height))] w-64 overflow-y-auto rounded-l bg-surface p-2 text-text shadow-card ring-1 ring-line outline-none",
          className,
        )}
        {...props}
      />
    </Parts.Portal>
  );
}
