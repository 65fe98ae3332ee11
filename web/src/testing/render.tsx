import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { LanguageProvider } from "@/i18n/provider";
import { Announcer } from "@/shell/announcer";

/** Renders with what every page has around it. */
export function show(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Announcer>{children}</Announcer>
      </LanguageProvider>
    </QueryClientProvider>,
  );
}
