"use client";

import { createContext, type ReactNode, useContext } from "react";
import { classes } from "@/lib/classes";

type Group = { value: string; disabled: boolean; onChoose: (value: string) => void };

const GroupContext = createContext<Group>({ value: "", disabled: true, onChoose: () => {} });

type Props = {
  value: string;
  onValueChange: (value: string) => void;
  disabled?: boolean;
  className?: string;
  "aria-label": string;
  children: ReactNode;
};

/** One of several, always exactly one. Radix' own writes a style attribute, which the page's policy forbids. */
export function ToggleGroup({ value, onValueChange, disabled = false, ...props }: Props) {
  return (
    <GroupContext value={{ value, disabled, onChoose: onValueChange }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics that this is not */}
      <div role="group" {...props} />
    </GroupContext>
  );
}

type ItemProps = { value: string; lang?: string; className?: string; children: ReactNode };

export function ToggleGroupItem({ value, className, ...props }: ItemProps) {
  const group = useContext(GroupContext);
  const chosen = group.value === value;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={group.disabled}
      data-state={chosen ? "on" : "off"}
      onClick={() => group.onChoose(value)}
      className={classes("whitespace-nowrap font-semibold", className)}
      {...props}
    />
  );
}
