"use client";

import { useEffect, useState } from "react";
import { type Filters, NO_FILTERS } from "./search";

const LISTS = ["muscles", "positions", "equipment"] as const;

function fromAddress(): Filters {
  const given = new URLSearchParams(location.search);
  const list = (name: string) => given.get(name)?.split(",").filter(Boolean) ?? [];
  return {
    query: given.get("q") ?? "",
    muscles: list("muscles"),
    positions: list("positions"),
    equipment: list("equipment"),
    checked: given.has("checked"),
  };
}

function toAddress(filters: Filters): string {
  const query = new URLSearchParams();
  if (filters.query) query.set("q", filters.query);
  for (const name of LISTS) if (filters[name].length) query.set(name, filters[name].join(","));
  if (filters.checked) query.set("checked", "");
  return query.size ? `?${query}` : location.pathname;
}

/** The filters stand in the address, so that a found list can be shared and comes back with "back". */
export function useFilters() {
  const [filters, setFilters] = useState(NO_FILTERS);
  useEffect(() => setFilters(fromAddress()), []);
  const set = (next: Filters) => {
    setFilters(next);
    history.replaceState(null, "", toAddress(next));
  };
  return {
    filters,
    change: (change: Partial<Filters>) => set({ ...filters, ...change }),
    clear: () => set(NO_FILTERS),
    isSet: filters.query !== "" || filters.checked || LISTS.some((name) => filters[name].length > 0),
  };
}
