import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Providers } from "@/shell/providers";
import "./globals.css";

export const metadata: Metadata = {
  description: "補強ドリルを読み取って、種目ごとのお手本動画をつくります。",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#131d31" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
