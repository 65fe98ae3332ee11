/** Seconds of a clip, the end excluded. */
export type Span = { start: number; end: number };

export type Cue = Span & { text: string };

/** What the clip counts: `starts[n]` is when the count becomes n + 1; `total` is the dose's. */
export type Counter = { unit: "reps" | "seconds"; total: number; starts: readonly number[] };

const COUNTER = /^NOTE counter (\{.*\})$/m;

/** The counter that the studio notes in its caption files; null where there is none. */
export function parseCounter(vtt: string): Counter | null {
  const note = COUNTER.exec(vtt.replaceAll("\r\n", "\n"))?.[1];
  return note ? (JSON.parse(note) as Counter) : null;
}

const TIMING = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})/;

/** The cues of a WebVTT file, in order; times in seconds. What is no cue is left out. */
export function parseCaptions(vtt: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of vtt.replaceAll("\r\n", "\n").split(/\n{2,}/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMING.test(line));
    const time = at < 0 ? null : TIMING.exec(lines[at] ?? "");
    if (!time) continue;
    const text = plain(lines.slice(at + 1).join(" "));
    cues.push({ start: seconds(time.slice(1, 5)), end: seconds(time.slice(5, 9)), text });
  }
  return cues.sort((one, other) => one.start - other.start);
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " " };

function plain(payload: string): string {
  return payload
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

function seconds([hours, minutes, whole, thousandths]: (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}

/** The cue, or other part of the clip, that is on at that time; between two, none. */
export function cueAt<Part extends Span>(cues: readonly Part[], time: number): Part | null {
  return cues.find((cue) => time >= cue.start && time < cue.end) ?? null;
}

/** Moments as shares of the clip's length; none at its very ends. */
export function marks(moments: readonly number[], length: number): number[] {
  return moments.map((moment) => moment / length).filter((share) => share > 0.01 && share < 0.995);
}

/** Lines in turn over the whole length, for a clip whose phases have no words of their own. */
export function inTurn(lines: readonly string[], length: number): Cue[] {
  const each = length / lines.length;
  return length > 0 ? lines.map((text, at) => ({ start: at * each, end: (at + 1) * each, text })) : [];
}
