"use client";

import { BadgeCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Drill } from "@/api/view";
import { Pill } from "@/components/ui/pill";
import { useLocal } from "@/i18n/format";
import type { Localized } from "@/i18n/language";
import { FilterChoice, type Option } from "./filter-choice";
import { type Filters, NO_EQUIPMENT } from "./search";

type Props = { drills: readonly Drill[]; filters: Filters; change: (change: Partial<Filters>) => void };

export function FilterRow({ drills, filters, change }: Props) {
  const t = useTranslations("catalogue");
  const local = useLocal();
  const options = (named: readonly { id: string; name: Localized }[]) => countedOptions(named, local);
  const nothing: Option = { id: NO_EQUIPMENT, name: t("noEquipment") };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser
    <div
      role="group"
      aria-label={t("filters")}
      className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.75 [scrollbar-width:none] *:flex-none md:col-span-2 md:mx-0 md:flex-wrap md:px-0"
    >
      <FilterChoice
        name={t("muscle")}
        options={options(drills.flatMap((drill) => drill.muscles))}
        chosen={filters.muscles}
        onChange={(muscles) => change({ muscles })}
      />
      <FilterChoice
        name={t("position")}
        options={options(drills.flatMap((drill) => drill.position ?? []))}
        chosen={filters.positions}
        onChange={(positions) => change({ positions })}
      />
      <FilterChoice
        name={t("equipment")}
        options={[nothing, ...options(drills.flatMap((drill) => drill.equipment))]}
        chosen={filters.equipment}
        onChange={(equipment) => change({ equipment })}
      />
      {(filters.checked || drills.some((drill) => drill.confirmedBy !== null)) && (
        <Pill aria-pressed={filters.checked} onClick={() => change({ checked: !filters.checked })}>
          <BadgeCheck aria-hidden="true" />
          {t("coach")}
        </Pill>
      )}
    </div>
  );
}

/** Each word once, the most frequent first. */
function countedOptions(
  named: readonly { id: string; name: Localized }[],
  local: (text: Localized) => string,
): Option[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { id, name } of named) {
    counts.set(id, { name: local(name), count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.entries()]
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([id, { name }]) => ({ id, name }));
}
