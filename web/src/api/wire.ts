import type { Localized } from "@/i18n/language";

/** What the service answers, by hand from the contract; to be replaced by the generated types. */

export type WireState = "pending" | "generating" | "completed" | "failed" | "canceled";

export type WireDose = {
  sets?: number | null;
  reps?: number | null;
  seconds?: number | null;
  metres?: number | null;
  side?: "left" | "right" | "both" | null;
  tempo?: string | null;
  hold_seconds?: number | null;
};

export type WireError = {
  code: string;
  step: Localized;
  engine: string;
  cause: Localized;
  next: Localized;
  retryable: boolean;
  outcome_unknown?: boolean;
};

export type WireClip = {
  clip_id: string;
  drill: string | null;
  title: string;
  names?: Localized | null;
  dose: WireDose;
  engine: string;
  generation_status: WireState;
  progress: number | null;
  frames?: { done: number; total: number } | null;
  seconds_left?: number | null;
  ahead?: number | null;
  video_url: string | null;
  shown_engine: string | null;
  poster_url: string | null;
  captions: Partial<Record<"ja" | "en", string>> | null;
  error: WireError | null;
};

export type WireStatus = {
  status: "success" | "not_found";
  run_id?: number;
  generation_status?: WireState;
  video_url?: string | null;
  error_message?: string | null;
  video_id?: string | null;
  progress?: number | null;
  clips?: WireClip[];
};

export type WireSection = { heading: string; text: string; is_drills?: boolean };

export type WireRun = {
  run_id: number;
  advice: string;
  created_at?: string;
  sections?: WireSection[];
  video_id?: string | null;
};

export type WireRunCreated = { run_id: number; video_id: string | null; generation_status: WireState | null };

export type WireVariant = {
  video_url: string;
  poster_url: string | null;
  captions: Partial<Record<"ja" | "en", string>> | null;
  seconds?: number | null;
  repetitions?: number | null;
};

export type WireNamed = { id: string; name: Localized };

export type WireDrill = {
  id: string;
  names: Localized;
  synonyms: { ja: string[]; en: string[] };
  category: WireNamed | null;
  position: WireNamed | null;
  muscles: WireNamed[];
  equipment: WireNamed[];
  dose: WireDose | null;
  tempo: Localized | null;
  cues: { ja: string[]; en: string[] };
  mistakes: Localized[];
  stop: Localized;
  confirmed_by: string | null;
  status: Localized | null;
  sources: string[];
  has_movement: boolean;
  preview_url: string | null;
  poster_url: string | null;
};
