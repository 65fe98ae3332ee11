import type { Metadata } from "next";
import { EmbedPage } from "@/embed/embed-page";

/** Exported once; the server sends this page for every id. */
export function generateStaticParams() {
  return [{ id: "_" }];
}

export const metadata: Metadata = { title: "お手本動画" };

export default function Page() {
  return <EmbedPage />;
}
