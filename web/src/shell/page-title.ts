"use client";

import { useEffect } from "react";

/** The tab's title follows the language and what is shown; the exported one is Japanese. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} | Otehon`;
  }, [title]);
}
