import type { Metadata } from "next";
import { DrillPage } from "@/catalogue/drill-page";

/** Exported once; the server sends this page for every id. */
export function generateStaticParams() {
  return [{ id: "_" }];
}

export const metadata: Metadata = { title: "種目集" };

export default function Page() {
  return <DrillPage />;
}
