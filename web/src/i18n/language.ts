export const LANGUAGES = ["ja", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence or name in both languages of the product. */
export type Localized = Readonly<Record<Language, string>>;

const KEY = "otehon.language";
const listeners = new Set<() => void>();

/** Japanese whatever the browser says; English only where it was chosen here before. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "ja";
  } catch {
    return "ja";
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/u;

/** What a text of somebody's is written in, so that it is read out in its own language. */
export function languageOf(text: string): Language {
  return JAPANESE.test(text) ? "ja" : "en";
}

/** The wanted language's text, or the other's where it is missing. */
export function pick(text: Localized, language: Language): string {
  return text[language] || text.ja || text.en;
}
