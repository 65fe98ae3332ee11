import type { Metadata } from "next";
import { CataloguePage } from "@/catalogue/catalogue-page";

export const metadata: Metadata = { title: "種目集" };

export default function Page() {
  return <CataloguePage />;
}
