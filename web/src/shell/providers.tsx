"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { LanguageProvider } from "@/i18n/provider";
import { TokenGate } from "@/token/token-gate";
import { Announcer } from "./announcer";

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } }),
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
