"use client";

import { useDrills } from "@/api/queries";
import { Preview } from "@/catalogue/preview";

/** The coach behind the title, running on the spot. */
export function HeroCoach() {
  const { data: drills } = useDrills();
  const preview = drills?.find((drill) => drill.id === "high_knees")?.preview;
  return (
    <div aria-hidden="true" className="hero-coach">
      {preview && <Preview preview={preview} className="size-full bg-transparent" />}
    </div>
  );
}
