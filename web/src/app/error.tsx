"use client";

import { BrokenPage } from "@/shell/broken-page";

export default function PageError({ reset }: { reset: () => void }) {
  return <BrokenPage onRetry={reset} />;
}
