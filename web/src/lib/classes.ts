import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const SIZES = ["12", "13", "14", "15", "16", "17", "18", "20", "22", "24", "26", "28", "32", "44"];
const merge = extendTailwindMerge({ extend: { classGroups: { "font-size": [{ text: SIZES }] } } });

/** Class names joined; of two that set the same property the later one stays. */
export function classes(...names: ClassValue[]): string {
  return merge(clsx(names));
}
