"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "@/lib/classes";

type Props = {
  open: boolean;
  onClose: () => void;
  labelledBy: string;
  className?: string;
  children: ReactNode;
};

/**
 * The platform's own modal dialog: focus stays inside, Escape closes it, the rest is inert.
 * Radix' dialog injects a style element, which the content security policy forbids.
 */
export function Dialog({ open, onClose, labelledBy, className, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      onClose={onClose}
      className={classes(
        "mx-auto mt-auto mb-3 w-[min(440px,calc(100%-24px))] max-w-none rounded-xl bg-surface text-text shadow-card backdrop:bg-ink-950/55 md:my-auto",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
