import { readSections } from "@/result/sections";
import type { Clip, Counter, Dose, Drill, Media, Run, Section, Video } from "./view";
import type { WireClip, WireDose, WireDrill, WireRun, WireStatus, WireVariant } from "./wire";

/** From the service's words to the pages'. */

export function toDose(dose: WireDose | null): Dose {
  return {
    sets: dose?.sets ?? null,
    reps: dose?.reps ?? null,
    seconds: dose?.seconds ?? null,
    metres: dose?.metres ?? null,
    side: dose?.side ?? null,
    tempo: dose?.tempo ?? null,
    holdSeconds: dose?.hold_seconds ?? null,
  };
}

function toClip(clip: WireClip): Clip {
  return {
    id: clip.clip_id,
    drill: clip.drill,
    name: clip.names ?? { ja: clip.title, en: clip.title },
    dose: toDose(clip.dose),
    state: clip.generation_status,
    progress: {
      share: clip.progress,
      frames: clip.frames ?? null,
      left: clip.seconds_left ?? null,
      ahead: clip.ahead ?? null,
    },
    engine: clip.engine,
    shownEngine: clip.shown_engine,
    posterUrl: clip.poster_url,
    error: clip.error && { ...clip.error, outcomeUnknown: clip.error.outcome_unknown ?? false },
  };
}

export function toVideo(runId: number, status: WireStatus): Video | null {
  if (status.status === "not_found" || !status.generation_status) return null;
  return {
    runId,
    videoId: status.video_id ?? null,
    state: status.generation_status,
    clips: (status.clips ?? []).map(toClip),
  };
}

export function toRun(run: WireRun): Run {
  const sections: Section[] | undefined = run.sections?.map((section) => ({
    heading: section.heading,
    body: section.text,
    isDrills: section.is_drills ?? false,
  }));
  return {
    id: run.run_id,
    advice: run.advice,
    createdAt: run.created_at ? new Date(run.created_at) : null,
    sections: sections?.length ? sections : readSections(run.advice),
  };
}

export function toMedia(variant: WireVariant, language: "ja" | "en"): Media {
  return {
    videoUrl: variant.video_url,
    posterUrl: variant.poster_url,
    captionsUrl: variant.captions?.[language] ?? null,
    downloadUrl: variant.video_url,
    counter: toCounter(variant),
  };
}

function toCounter({ seconds, repetitions }: WireVariant): Counter | null {
  if (!seconds || !repetitions) return null;
  return { unit: "reps", from: 1, total: repetitions, every: seconds / repetitions };
}

export function toDrill(drill: WireDrill): Drill {
  return {
    id: drill.id,
    names: drill.names,
    synonyms: drill.synonyms,
    category: drill.category?.name ?? null,
    position: drill.position,
    muscles: drill.muscles,
    equipment: drill.equipment,
    dose: drill.dose && toDose(drill.dose),
    tempo: drill.tempo,
    cues: drill.cues,
    mistakes: drill.mistakes,
    stop: drill.stop,
    confirmedBy: drill.confirmed_by,
    status: drill.status,
    sources: drill.sources,
    hasMovement: drill.has_movement,
    preview:
      drill.preview_url && drill.poster_url
        ? { videoUrl: drill.preview_url, posterUrl: drill.poster_url }
        : null,
  };
}
