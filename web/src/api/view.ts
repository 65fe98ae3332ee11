import type { Localized } from "@/i18n/language";

/** What the pages show. `convert.ts` alone knows how the service says it. */

export type State = "pending" | "generating" | "completed" | "failed" | "canceled";

export type Dose = {
  sets: number | null;
  reps: number | null;
  seconds: number | null;
  metres: number | null;
  side: "left" | "right" | "both" | null;
  tempo: string | null;
  holdSeconds: number | null;
};

export type Failure = {
  code: string;
  step: Localized;
  engine: string | null;
  cause: Localized;
  next: Localized;
  retryable: boolean;
  /** The provider may have made and charged it; never sent again without a person. */
  outcomeUnknown: boolean;
};

export type Credit = { title: string; licence: string };

export type Clip = {
  id: string;
  /** Id in the catalogue; null for a drill that it does not know. */
  drill: string | null;
  name: Localized;
  dose: Dose;
  state: State;
  /** 0 to 1, of the engine at work. */
  progress: number;
  /** While the studio draws. */
  frames: { done: number; total: number } | null;
  /** Clips in line before this one; null where it does not wait in line. */
  ahead: number | null;
  /** The engine at work, or that worked last. */
  engine: string | null;
  /** The engine whose clip plays now; null while nothing can be played. */
  shownEngine: string | null;
  posterUrl: string | null;
  /** The files of what plays now, in the form in which they were first made. */
  shown: Media | null;
  /** Whether the studio can show the usual mistake in turn with the right way. */
  hasMistake: boolean;
  /** Whose the clip that plays is, where it is somebody's. */
  credit: Credit | null;
  error: Failure | null;
};

/** Seconds of a clip, the end excluded, that show the movement right, or a usual mistake of it, and in which words. */
export type Judged = { start: number; end: number; right: boolean; words: Localized };

export type Video = {
  runId: number;
  videoId: number | null;
  state: State;
  clips: readonly Clip[];
};

export type Section = { heading: string; body: string; isDrills: boolean };

export type Run = { id: number; sections: readonly Section[] };

/** A clip's files in one variant (language, mirror, size, with or without the usual mistake). */
export type Media = {
  videoUrl: string;
  posterUrl: string | null;
  /** Addresses by language. */
  captions: Readonly<Record<string, string | null>>;
  downloadUrl: string;
  /** What is right and what is not; empty: all is right. */
  judged: readonly Judged[];
};

export type Drill = {
  id: string;
  names: Localized;
  synonyms: Readonly<Record<"ja" | "en", readonly string[]>>;
  category: Localized;
  position: { id: string; name: Localized } | null;
  muscles: readonly { id: string; name: Localized }[];
  equipment: readonly { id: string; name: Localized }[];
  dose: Dose;
  tempo: Localized;
  cues: Readonly<Record<"ja" | "en", readonly string[]>>;
  mistakes: readonly Localized[];
  stop: Localized;
  confirmedBy: string | null;
  status: Localized | null;
  sources: readonly string[];
  hasMovement: boolean;
  hasMistake: boolean;
  /** Its demonstration as a clip; null: there is none yet. */
  clipId: string | null;
};

export const STUDIO = "studio";

/** Whether a picture was made by a generative model and must say so. */
export function isAiMade(engine: string | null): boolean {
  return engine !== null && engine !== STUDIO && engine !== "library";
}

const ENGINE_NAMES: Readonly<Record<string, string>> = {
  "gemini-omni": "Gemini Omni",
  "openai-videos": "Videos API",
};

export function engineName(engine: string): string {
  return ENGINE_NAMES[engine] ?? engine;
}

/** A better clip is on its way while the studio's plays. */
export function isImproving(clip: Clip): boolean {
  return clip.shownEngine !== null && (clip.state === "generating" || clip.state === "pending");
}

export function isTerminal(state: State): boolean {
  return state === "completed" || state === "failed" || state === "canceled";
}
