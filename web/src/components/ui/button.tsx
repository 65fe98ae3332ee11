import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

const button = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-m border font-semibold whitespace-nowrap no-underline transition-colors disabled:opacity-50",
  {
    variants: {
      look: {
        plain: "border-line-strong bg-surface text-text hover:bg-surface-2",
        primary: "border-transparent bg-primary text-on-primary hover:bg-primary-hover",
        accent: "border-transparent bg-accent text-ink-950 hover:brightness-110",
        quiet: "border-transparent text-link hover:bg-surface-3",
      },
      size: { small: "px-4 text-14", normal: "px-5 text-16", large: "min-h-13 px-5 text-16" },
    },
    compoundVariants: [{ look: "quiet", class: "px-3" }],
    defaultVariants: { look: "plain", size: "normal" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button> & { asChild?: boolean };

export function Button({ className, look, size, asChild, ...props }: Props) {
  const Part = asChild ? Slot.Root : "button";
  return (
    <Part
      {...(asChild ? {} : { type: "button" })}
      className={classes(button({ look, size }), className)}
      {...props}
    />
  );
}
