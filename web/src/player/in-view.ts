"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether any of the element is on the screen, or as near to it as `margin` says. */
export function useIsInView(element: RefObject<Element | null>, margin = "0px"): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: margin,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, margin]);
  return seen;
}
