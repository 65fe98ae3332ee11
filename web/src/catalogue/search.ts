import type { Drill } from "@/api/view";
import { fold } from "./folding";

export type Filters = {
  query: string;
  muscles: readonly string[];
  positions: readonly string[];
  equipment: readonly string[];
  checked: boolean;
};

export const NO_FILTERS: Filters = { query: "", muscles: [], positions: [], equipment: [], checked: false };

/** Stands for drills that need nothing. */
export const NO_EQUIPMENT = "none";

const NOT_FOUND = 3;

/** The drills that fit every filter, best name first; among equals those that can be watched come first. */
export function search(drills: readonly Drill[], filters: Filters): Drill[] {
  const wanted = fold(filters.query);
  return drills
    .filter((drill) => fits(drill, filters))
    .map((drill) => ({ drill, rank: rank(drill, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort(
      (one, other) =>
        one.rank - other.rank || Number(other.drill.hasMovement) - Number(one.drill.hasMovement),
    )
    .map(({ drill }) => drill);
}

function fits(drill: Drill, { muscles, positions, equipment, checked }: Filters): boolean {
  const needs = drill.equipment.length ? drill.equipment.map((one) => one.id) : [NO_EQUIPMENT];
  return (
    (muscles.length === 0 || drill.muscles.some((muscle) => muscles.includes(muscle.id))) &&
    (positions.length === 0 || (drill.position !== null && positions.includes(drill.position.id))) &&
    (equipment.length === 0 || needs.some((one) => equipment.includes(one))) &&
    (!checked || drill.confirmedBy !== null)
  );
}

function rank(drill: Drill, wanted: string): number {
  if (!wanted) return 0;
  const names = [drill.id, drill.names.ja, drill.names.en, ...drill.synonyms.ja, ...drill.synonyms.en];
  return Math.min(
    ...names.map(fold).map((name) => {
      if (name === wanted) return 0;
      if (name.startsWith(wanted)) return 1;
      return name.includes(wanted) ? 2 : NOT_FOUND;
    }),
  );
}
