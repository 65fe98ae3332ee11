import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={classes(
        "min-h-11 w-full rounded-m border border-line-strong bg-surface px-3.5 text-text placeholder:text-text-2",
        className,
      )}
      {...props}
    />
  );
}
