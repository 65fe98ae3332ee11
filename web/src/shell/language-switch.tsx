"use client";

import { useTranslations } from "use-intl";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { type Language, storeLanguage } from "@/i18n/language";
import { useLanguage } from "@/i18n/provider";

const ITEM =
  "h-11 min-w-11 rounded-full px-2.5 text-13 text-text-2 data-[state=on]:bg-inv data-[state=on]:text-on-inv";

export function LanguageSwitch() {
  const t = useTranslations("nav");
  const language = useLanguage();
  return (
    <ToggleGroup
      value={language}
      onValueChange={(value) => storeLanguage(value as Language)}
      aria-label={t("language")}
      className="ml-1 inline-flex rounded-full bg-surface inset-ring inset-ring-line-strong"
    >
      <ToggleGroupItem value="ja" lang="ja" className={ITEM}>
        日本語
      </ToggleGroupItem>
      <ToggleGroupItem value="en" lang="en" className={ITEM}>
        EN
      </ToggleGroupItem>
    </ToggleGroup>
  );
}
