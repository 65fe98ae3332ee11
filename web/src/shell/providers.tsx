"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isBusy } from "@/api/failure";
import { pauseAfter } from "@/api/pause";
import { LanguageProvider } from "@/i18n/provider";
import { TokenGate } from "@/token/token-gate";
import { Announcer } from "./announcer";

/** A crowd passes: who is told to come back does so by itself. Anything else is for the reader to decide. */
const AS_TOLD = {
  retry: (failures: number, error: Error) => isBusy(error) && failures < 5,
  retryDelay: (failures: number, error: Error) => pauseAfter(failures + 1, error),
};

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { ...AS_TOLD, staleTime: 60_000 } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Announcer>
          <TokenGate>{children}</TokenGate>
        </Announcer>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
