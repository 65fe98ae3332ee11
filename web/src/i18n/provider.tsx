"use client";

import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react";
import { IntlProvider } from "use-intl";
import { en } from "@/messages/en";
import { ja, type Messages } from "@/messages/ja";
import { type Language, onLanguageChange, storedLanguage } from "./language";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

const MESSAGES: Record<Language, Messages> = { ja, en };
const LanguageContext = createContext<Language>("ja");

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(onLanguageChange, storedLanguage, () => "ja" as const);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={language} messages={MESSAGES[language]} timeZone="Asia/Tokyo">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
