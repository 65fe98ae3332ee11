"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** Opens a run by its number; full-width digits and a leading # are fine. */
export function OpenRun() {
  const t = useTranslations("home");
  const id = useId();
  const [value, setValue] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = value.normalize("NFKC").trim().replace(/^#/, "");
    if (/^[1-9]\d{0,9}$/.test(number)) location.assign(`/result/${number}/`);
    else setWrong(true);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4">
      <label htmlFor={id} className="mb-1 block text-13 text-text-2">
        {t("byNumber")}
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          className="num max-w-60"
          placeholder={t("number")}
          value={value}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onChange={(event) => {
            setValue(event.target.value);
            setWrong(false);
          }}
        />
        <Button type="submit">{t("open")}</Button>
      </div>
      {wrong && (
        <p id={`${id}-error`} role="alert" className="mt-2 text-14 text-danger">
          {t("badNumber")}
        </p>
      )}
    </form>
  );
}
