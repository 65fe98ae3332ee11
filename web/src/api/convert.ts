import { readSections } from "@/result/sections";
import type * as wire from "./generated";
import type { Clip, Dose, Drill, Failure, Media, Run, Video } from "./view";

/** From the service's words to the pages'. */

export function toDose(dose: wire.Dose): Dose {
  return {
    sets: dose.sets ?? null,
    reps: dose.reps ?? null,
    seconds: dose.seconds ?? null,
    metres: dose.metres ?? null,
    side: dose.side ?? null,
    tempo: dose.tempo ?? null,
    holdSeconds: dose.hold_seconds ?? null,
  };
}

function toCaptions(captions: wire.Captions | null): Record<string, string | null> {
  return { ja: captions?.ja ?? null, en: captions?.en ?? null };
}

function toClip(clip: wire.Clip): Clip {
  return {
    id: clip.clip_id,
    drill: clip.drill,
    name: clip.names ?? { ja: clip.title, en: clip.title },
    dose: toDose(clip.dose),
    state: clip.generation_status,
    progress: clip.progress,
    frames: clip.frames,
    ahead: clip.ahead,
    engine: clip.engine,
    shownEngine: clip.shown_engine,
    posterUrl: clip.poster_url,
    shown: clip.video_url === null ? null : shownMedia(clip.video_url, clip),
    hasMistake: clip.has_mistake,
    credit: clip.origin?.credit ?? null,
    error: clip.error && toFailure(clip.error),
  };
}

function shownMedia(videoUrl: string, clip: wire.Clip): Media {
  return {
    videoUrl,
    posterUrl: clip.poster_url,
    captions: toCaptions(clip.captions),
    downloadUrl: asDownload(videoUrl),
    judged: [],
  };
}

function asDownload(url: string): string {
  return `${url}?download=true`;
}

function toFailure({ step, engine, cause, retryable, next }: wire.ClipFailure): Failure {
  const outcomeUnknown = cause.id === "outcome_unknown";
  return { code: cause.id, step, engine, cause, next, retryable, outcomeUnknown };
}

export function toVideo(status: wire.VideoStatus | wire.NoVideo): Video | null {
  if (status.status === "not_found") return null;
  return {
    runId: status.run_id,
    videoId: status.video_id,
    state: status.generation_status,
    clips: status.clips.map(toClip),
  };
}

/** The service's own reading of the advice; ours only where it gives none. */
export function toRun(run: wire.Run): Run {
  const sections = run.sections.map((section) => ({
    heading: section.heading ?? "",
    body: section.text,
    isDrills: section.is_drills,
  }));
  return { id: run.run_id, sections: sections.length ? sections : readSections(run.advice ?? "") };
}

export function toMedia(links: wire.ReadyVariant): Media {
  return {
    videoUrl: links.video_url,
    posterUrl: links.poster_url,
    captions: toCaptions(links.captions),
    downloadUrl: asDownload(links.video_url),
    judged: links.verdicts.map(({ from, to, right, words }) => ({ start: from, end: to, right, words })),
  };
}

export function toDrill(drill: wire.DrillAnswer): Drill {
  return {
    id: drill.id,
    names: drill.names,
    synonyms: drill.synonyms,
    category: drill.category.name,
    position: drill.position,
    muscles: drill.muscles,
    equipment: drill.equipment,
    dose: toDose(drill.dose),
    tempo: drill.tempo,
    cues: drill.cues,
    mistakes: drill.mistakes,
    stop: drill.stop,
    confirmedBy: drill.confirmed_by,
    status: drill.status,
    sources: drill.sources,
    hasMovement: drill.has_movement,
    hasMistake: drill.has_mistake,
    clipId: drill.clip_id,
  };
}
