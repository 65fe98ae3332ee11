"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { onTokenAsked, signIn } from "@/api/token";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";

/** Asks for the access token when the service wants one, then lets the refused request go on. */
export function TokenGate({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const answer = useRef<((entered: boolean) => void) | null>(null);
  useEffect(
    () =>
      onTokenAsked(
        () =>
          new Promise((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  const close = (entered: boolean) => {
    setOpen(false);
    answer.current?.(entered);
    answer.current = null;
  };
  return (
    <>
      {children}
      <TokenDialog open={open} onClose={close} />
    </>
  );
}

function TokenDialog({ open, onClose }: { open: boolean; onClose: (entered: boolean) => void }) {
  const t = useTranslations("token");
  const id = useId();
  const [token, setToken] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(token.trim()).then((entered) => {
      setWrong(!entered);
      if (!entered) return;
      setToken("");
      onClose(true);
    });
  };
  return (
    <Dialog open={open} onClose={() => onClose(false)} labelledBy={`${id}-title`}>
      <form onSubmit={submit} className="grid gap-4 px-5 py-6">
        <h2 id={`${id}-title`} className="text-20 font-bold">
          {t("title")}
        </h2>
        <p className="text-15 leading-[1.75] text-text-2">{t("hint")}</p>
        <label htmlFor={`${id}-token`} className="grid gap-1.5 text-14 font-semibold">
          {t("label")}
          <Input
            id={`${id}-token`}
            type="password"
            autoComplete="off"
            required
            value={token}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => {
              setToken(event.target.value);
              setWrong(false);
            }}
          />
        </label>
        {wrong && (
          <p id={`${id}-wrong`} role="alert" className="text-14 text-danger">
            {t("wrong")}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => onClose(false)}>
            {t("look")}
          </Button>
          <Button type="submit" look="primary">
            {t("go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
