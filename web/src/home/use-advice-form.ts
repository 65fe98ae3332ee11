"use client";

import { type DragEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { RequestFailed } from "@/api/failure";
import { createRun } from "@/api/requests";
import { useProblem } from "@/i18n/problem";
import { keepDraft, takeDraft } from "./draft";

/** As the service's body limit allows; measured in characters, so that Japanese text stays below a megabyte. */
export const MAX_CHARACTERS = 200_000;

export function useAdviceForm() {
  const t = useTranslations();
  const told = useProblem();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [dragging, setDragging] = useState(false);

  useEffect(() => setText((now) => now || takeDraft()), []);

  const fill = (next: string) => {
    setText(next);
    setProblem(null);
    // On a phone focus would bring up the keyboard, over the button that comes next.
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  };
  const send = async () => {
    setBusy(true);
    try {
      const id = await createRun(text);
      keepDraft(text);
      location.assign(`/result/${id}/`);
    } catch (error) {
      setBusy(false);
      setProblem(sentence(error));
    }
  };
  const sentence = (error: unknown) => {
    const tooLong = error instanceof RequestFailed && error.status === 413;
    return tooLong ? t("error.tooLong", { max: MAX_CHARACTERS.toLocaleString() }) : told(error);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) setProblem(t("home.empty"));
    else if (text.length > MAX_CHARACTERS)
      setProblem(t("error.tooLong", { max: MAX_CHARACTERS.toLocaleString() }));
    else void send();
    if (!text.trim()) field.current?.focus();
  };
  const drop = (event: DragEvent) => {
    setDragging(false);
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    if (file.type && !file.type.startsWith("text/")) setProblem(t("home.badFile"));
    else void file.text().then(fill);
  };
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  };
  return {
    field,
    text,
    setText: (next: string) => {
      setText(next);
      setProblem(null);
    },
    problem,
    busy,
    dragging,
    dragOver,
    dragLeave: () => setDragging(false),
    drop,
    fill,
    submit,
  };
}
