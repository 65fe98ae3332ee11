import type { ComponentProps } from "react";
import { classes } from "@/lib/classes";

export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={classes("overflow-clip rounded-xl bg-surface shadow-card", className)} {...props} />;
}

export function Panel({ className, ...props }: ComponentProps<"section">) {
  return (
    <section className={classes("rounded-xl bg-surface p-5 shadow-lift md:p-8", className)} {...props} />
  );
}
