"use client";

import { WifiOff } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import type { Link } from "@/api/live";

const RETRY_SECONDS = 5;

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Above everything while the browser is offline or the service does not answer. */
export function ConnectionBanner({ link }: { link: Link }) {
  const t = useTranslations("state");
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online && link !== "away") return null;
  return (
    <div role="status" className="bg-ink-800 text-14 text-white">
      <div className="mx-auto flex max-w-280 items-center gap-2.5 px-4 py-2.5 md:px-8">
        <WifiOff aria-hidden="true" className="size-5 text-orange-300" />
        <span>
          {t(online ? "server" : "offline")}
          <small className="num block text-13 text-[#c3cde0]">
            {online ? <Countdown /> : t("offlineHint")}
          </small>
        </span>
      </div>
    </div>
  );
}

function Countdown() {
  const t = useTranslations("state");
  const [seconds, setSeconds] = useState(RETRY_SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => (left > 1 ? left - 1 : RETRY_SECONDS)), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-live="off">{t("serverHint", { seconds })}</span>;
}
