import type { Clip, Dose, Failure } from "@/api/view";

export const NO_DOSE: Dose = {
  sets: null,
  reps: null,
  seconds: null,
  metres: null,
  side: null,
  tempo: null,
  holdSeconds: null,
};

export function clip(change: Partial<Clip> = {}): Clip {
  return {
    id: "c1",
    drill: "plank",
    name: { ja: "プランク", en: "Plank" },
    dose: { ...NO_DOSE, seconds: 30, sets: 3 },
    state: "completed",
    progress: 1,
    frames: null,
    ahead: null,
    engine: "studio",
    shownEngine: "studio",
    posterUrl: null,
    shown: null,
    hasMistake: false,
    credit: null,
    error: null,
    ...change,
  };
}

export function failure(change: Partial<Failure> = {}): Failure {
  return {
    code: "no_credit",
    step: { ja: "送信", en: "submitting" },
    engine: "gemini-omni",
    cause: { ja: "残高が足りません。", en: "No credit left." },
    next: { ja: "残高を追加してください。", en: "Top up." },
    retryable: true,
    outcomeUnknown: false,
    ...change,
  };
}
