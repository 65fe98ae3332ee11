import { type Clip, type Drill, STUDIO } from "@/api/view";

/** The catalogue's own demonstration, as if it had been prescribed. */
export function asClip(drill: Drill): Clip {
  return {
    id: drill.clipId ?? drill.id,
    drill: drill.id,
    name: drill.names,
    dose: drill.dose,
    state: "completed",
    progress: 1,
    frames: null,
    ahead: null,
    engine: STUDIO,
    shownEngine: drill.clipId ? STUDIO : null,
    posterUrl: null,
    shown: null,
    hasMistake: drill.hasMistake,
    credit: null,
    error: null,
  };
}
