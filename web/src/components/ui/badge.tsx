import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

const badge = cva(
  "inline-flex min-h-7 items-center gap-1.25 rounded-full px-2.5 py-0.5 text-13 font-semibold whitespace-nowrap [&>svg]:size-4",
  {
    variants: {
      look: {
        plain: "bg-surface-3 text-text",
        good: "bg-tint-2 text-tint-text",
        strong: "bg-inv text-on-inv",
        faint: "font-medium text-text-2 inset-ring inset-ring-line-strong",
        onPicture: "bg-white/92 text-ink-900",
        onPictureStrong: "bg-ink-900/92 text-white",
        right: "bg-teal-600 text-white",
        wrong: "bg-red-700 text-white",
      },
    },
    defaultVariants: { look: "plain" },
  },
);

export function Badge({ className, look, ...props }: ComponentProps<"span"> & VariantProps<typeof badge>) {
  return <span className={classes(badge({ look }), className)} {...props} />;
}
