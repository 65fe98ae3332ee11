import { DrillPage } from "@/catalogue/drill-page";

/** Exported once; the server sends this page for every id. */
export function generateStaticParams() {
  return [{ id: "_" }];
}

export default function Page() {
  return <DrillPage />;
}
