import { useMemo } from "react";
import { type Language, type Localized, pick } from "./language";
import { useLanguage } from "./provider";

/** Picks the chosen language's text. */
export function useLocal(): (text: Localized) => string {
  const language = useLanguage();
  return useMemo(() => (text: Localized) => pick(text, language), [language]);
}

const DATE: Record<Language, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat("ja-JP", { dateStyle: "medium", timeStyle: "short" }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }),
};

export function useDate(): (date: Date) => string {
  const language = useLanguage();
  return (date) => DATE[language].format(date);
}

/** Names in a row as the language writes them: 腸腰筋・大殿筋, hip flexors, glutes. */
export function useList(): (items: readonly string[]) => string {
  const separator = useSeparator();
  return (items) => items.join(separator);
}

/** What stands between the names of a row. */
export function useSeparator(): string {
  return useLanguage() === "ja" ? "・" : ", ";
}
