import type { Metadata } from "next";
import { ResultPage } from "@/result/result-page";

/** Exported once; the server sends this page for every id. */
export function generateStaticParams() {
  return [{ id: "_" }];
}

export const metadata: Metadata = { title: "改善アドバイス" };

export default function Page() {
  return <ResultPage />;
}
