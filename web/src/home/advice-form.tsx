"use client";

import { FileText, Info, LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { classes } from "@/lib/classes";
import { SAMPLES } from "./samples";
import { useAdviceForm } from "./use-advice-form";

/** Paste, drop or choose a sample; one press makes the videos and opens the result. */
export function AdviceForm() {
  const t = useTranslations("home");
  const form = useAdviceForm();
  return (
    <form
      onSubmit={form.submit}
      noValidate
      className="relative mt-6 grid gap-3 rounded-xl bg-surface p-5 text-text shadow-card md:p-6"
    >
      <label htmlFor="advice" className="text-16 font-bold">
        {t("label")}
      </label>
      <textarea
        id="advice"
        ref={form.field}
        value={form.text}
        onChange={(event) => form.setText(event.target.value)}
        onDragOver={form.dragOver}
        onDragLeave={form.dragLeave}
        onDrop={form.drop}
        placeholder={t("placeholder")}
        aria-invalid={form.problem !== null}
        aria-describedby={form.problem ? "advice-problem" : "advice-what"}
        className={classes(
          "field-sizing-content max-h-80 min-h-37 w-full resize-y break-normal rounded-l border-[1.5px] border-dashed border-line-strong bg-surface-2 px-4 py-3.5 text-16 leading-[1.75] placeholder:text-text-2 placeholder:opacity-100 focus:border-solid focus:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:rounded-l",
          form.dragging && "border-solid border-primary bg-tint",
        )}
      />
      {form.problem && (
        <p id="advice-problem" role="alert" className="text-14 text-danger">
          {form.problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-full text-13 text-text-2 md:w-auto">{t("samples")}</span>
        {SAMPLES.map((sample) => (
          <Pill key={sample.id} onClick={() => form.fill(sample.text)}>
            <FileText aria-hidden="true" />
            {t(sample.id)}
          </Pill>
        ))}
      </div>
      <Button type="submit" look="primary" size="large" disabled={form.busy}>
        {form.busy && <LoaderCircle aria-hidden="true" className="spin size-5" />}
        {t(form.busy ? "submitting" : "submit")}
      </Button>
      <p id="advice-what" className="flex gap-1.5 text-13 leading-[1.65] text-text-2">
        <Info aria-hidden="true" className="mt-0.75 size-4 text-tint-text" />
        <span>
          {t.rich("what", {
            heading: (words) => (
              <span lang="ja" className="whitespace-nowrap">
                {words}
              </span>
            ),
          })}
        </span>
      </p>
    </form>
  );
}
