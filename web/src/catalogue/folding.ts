/** Katakana as hiragana, full width as half, without case, spaces and marks: how two spellings are compared. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s\-_・･（）()「」'’.]/g, "");
}
