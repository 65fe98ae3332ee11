const KEY = "otehon.draft";

/** Keeps the text for this tab, so that "edit the advice" finds it again. */
export function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Private windows may refuse storage; then the field is empty.
  }
}

/** The kept text where the page was opened to edit it; else nothing. */
export function takeDraft(): string {
  try {
    return new URLSearchParams(location.search).has("edit") ? (sessionStorage.getItem(KEY) ?? "") : "";
  } catch {
    return "";
  }
}
