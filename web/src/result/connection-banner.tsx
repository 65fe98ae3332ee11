"use client";

import { WifiOff } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import type { Link } from "@/api/live";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Above everything while the browser is offline, or the service does not answer or has no time. */
export function ConnectionBanner({ link }: { link: Link }) {
  const t = useTranslations("state");
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online && link.state !== "away" && link.state !== "busy") return null;
  return (
    <div role="status" className="bg-ink-800 text-14 text-white">
      <div className="mx-auto flex max-w-280 items-center gap-2.5 px-4 py-2.5 md:px-8">
        <WifiOff aria-hidden="true" className="size-5 text-orange-300" />
        <span>
          {t(!online ? "offline" : link.state === "busy" ? "busy" : "server")}
          <small className="num block text-13 text-[#c3cde0]">
            {online ? <Countdown to={link.next} /> : t("offlineHint")}
          </small>
        </span>
      </div>
    </div>
  );
}

function Countdown({ to }: { to: number }) {
  const t = useTranslations("state");
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(1, Math.ceil((to - now) / 1000));
  return <span aria-live="off">{t("serverHint", { seconds })}</span>;
}
