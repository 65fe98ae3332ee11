"use client";

import { useDrills } from "@/api/queries";
import { Preview } from "@/catalogue/preview";

/** The coach behind the title, running on the spot. */
export function HeroCoach() {
  const { data: drills } = useDrills();
  const clipId = drills?.find((drill) => drill.id === "high_knees")?.clipId;
  return (
    <div aria-hidden="true" className="hero-coach">
      {clipId && <Preview clipId={clipId} className="size-full bg-transparent" />}
    </div>
  );
}
