"use client";

import { useState } from "react";
import { waitForMedia } from "@/api/requests";
import type { Clip } from "@/api/view";
import { useLanguage } from "@/i18n/provider";

/** Saves the clip with its text burned in: a file that stands alone. It may have to be rendered first. */
export function useSave(clip: Clip, mistake: boolean) {
  const language = useLanguage();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const media = await waitForMedia(clip.id, {
        lang: language,
        mirror: false,
        size: "1280x720",
        text: "burned",
        mistake,
      });
      const link = document.createElement("a");
      link.href = media.downloadUrl;
      // The service names the file after the drill.
      link.download = "";
      link.click();
    } finally {
      setSaving(false);
    }
  };
  return { saving, save: () => void save().catch(() => setSaving(false)) };
}
