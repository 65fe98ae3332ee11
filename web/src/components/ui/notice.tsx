import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

const notice = cva("flex items-start gap-2.5 px-4 py-3 text-14 leading-[1.6] [&>svg]:mt-px [&>svg]:size-5", {
  variants: {
    look: {
      plain: "bg-surface-2 [&>svg]:text-tint-text",
      warn: "bg-accent-bg [&>svg]:text-accent-text",
    },
  },
  defaultVariants: { look: "plain" },
});

export function Notice({ className, look, ...props }: ComponentProps<"div"> & VariantProps<typeof notice>) {
  return <div className={classes(notice({ look }), className)} {...props} />;
}
