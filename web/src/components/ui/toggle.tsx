"use client";

import { Toggle as Parts } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "@/lib/classes";
import { iconButton } from "./icon-button";

type Props = {
  label: string;
  hint?: string;
  pressed: boolean;
  busy?: boolean;
  disabled?: boolean;
  onPressedChange: (pressed: boolean) => void;
  children: ReactNode;
};

/** An icon that stays pressed; a short bar below says so besides the colour. */
export function IconToggle({ label, hint, busy, children, ...props }: Props) {
  return (
    <Parts.Root
      aria-label={label}
      aria-busy={busy}
      title={hint ? `${label} ( ${hint} )` : label}
      className={classes(
        iconButton,
        "data-[state=on]:bg-[#2f4f68] data-[state=on]:text-white data-[state=on]:after:absolute data-[state=on]:after:bottom-1 data-[state=on]:after:h-0.75 data-[state=on]:after:w-3.5 data-[state=on]:after:rounded-[2px] data-[state=on]:after:bg-teal-300",
      )}
      {...props}
    >
      {children}
    </Parts.Root>
  );
}
