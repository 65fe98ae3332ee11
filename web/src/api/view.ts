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
  engine: string;
  cause: Localized;
  next: Localized;
  retryable: boolean;
  /** The provider may have made and charged it; never sent again without a person. */
  outcomeUnknown: boolean;
};

export type Progress = {
  /** 0 to 1; null where the engine does not say. */
  share: number | null;
  frames: { done: number; total: number } | null;
  /** Seconds that are left, where known. */
  left: number | null;
  /** Requests that come first. */
  ahead: number | null;
};

export type Clip = {
  id: string;
  /** Id in the catalogue; null for a drill that it does not know. */
  drill: string | null;
  name: Localized;
  dose: Dose;
  state: State;
  progress: Progress;
  /** The engine that is asked for. */
  engine: string;
  /** The engine whose clip plays now; null while nothing can be played. */
  shownEngine: string | null;
  posterUrl: string | null;
  error: Failure | null;
};

export type Video = {
  runId: number;
  videoId: string | null;
  state: State;
  clips: readonly Clip[];
};

export type Section = { heading: string; body: string; isDrills: boolean };

export type Run = { id: number; createdAt: Date | null; sections: readonly Section[]; advice: string };

/** A clip's files in one variant (language, mirror, size), and what its counter counts. */
export type Media = {
  videoUrl: string;
  posterUrl: string | null;
  captionsUrl: string | null;
  downloadUrl: string;
  counter: Counter | null;
};

export type Counter = {
  unit: "reps" | "seconds";
  /** Value shown at the clip's start. */
  from: number;
  total: number;
  /** Seconds of one repetition; a seconds counter counts in ones. */
  every: number;
};

export type Drill = {
  id: string;
  names: Localized;
  synonyms: Readonly<Record<"ja" | "en", readonly string[]>>;
  category: Localized | null;
  position: { id: string; name: Localized } | null;
  muscles: readonly { id: string; name: Localized }[];
  equipment: readonly { id: string; name: Localized }[];
  dose: Dose | null;
  tempo: Localized | null;
  cues: Readonly<Record<"ja" | "en", readonly string[]>>;
  mistakes: readonly Localized[];
  stop: Localized;
  confirmedBy: string | null;
  status: Localized | null;
  sources: readonly string[];
  hasMovement: boolean;
  preview: { videoUrl: string; posterUrl: string } | null;
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
