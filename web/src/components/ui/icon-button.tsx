import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

/** A 44-pixel button with an icon; its label is its accessible name, `hint` adds the key to the tooltip. */
export function IconButton({
  className,
  label,
  hint,
  ...props
}: ComponentProps<"button"> & { label: string; hint?: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint ? `${label} ( ${hint} )` : label}
      className={classes(iconButton, className)}
      {...props}
    />
  );
}

export const iconButton =
  "relative inline-grid size-11 flex-none place-items-center rounded-m text-inherit no-underline transition-colors hover:bg-deck-2 disabled:opacity-38 [&>svg]:size-5";
