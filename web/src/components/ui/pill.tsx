import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

/** A round button of one line; `aria-pressed` or an open popover fills it. */
export function Pill({ className, ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={classes(
        "inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-4 text-14 font-medium whitespace-nowrap transition-colors hover:bg-surface-2 aria-[pressed=true]:border-inv aria-[pressed=true]:bg-inv aria-[pressed=true]:text-on-inv data-[chosen=true]:border-inv data-[chosen=true]:bg-inv data-[chosen=true]:text-on-inv [&>svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}
