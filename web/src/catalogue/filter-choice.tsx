"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Pill } from "@/components/ui/pill";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useList } from "@/i18n/format";

export type Option = { id: string; name: string };

type Props = {
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** One filter: a pill that opens a list of which several may be ticked. */
export function FilterChoice({ name, options, chosen, onChange }: Props) {
  const t = useTranslations("catalogue");
  const list = useList();
  const names = options.filter((option) => chosen.includes(option.id)).map((option) => option.name);
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Pill data-chosen={names.length > 0}>
          {names.length ? t("chosen", { name, values: list(names) }) : name}
          <ChevronDown aria-hidden="true" />
        </Pill>
      </PopoverTrigger>
      <PopoverContent aria-label={name}>
        <ul>
          {options.map((option) => (
            <li key={option.id}>
              <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-m px-3 text-15 hover:bg-surface-2">
                <input
                  type="checkbox"
                  checked={chosen.includes(option.id)}
                  onChange={() => toggle(option.id)}
                  className="size-5 accent-primary"
                />
                {option.name}
              </label>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
