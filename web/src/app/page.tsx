import type { Metadata } from "next";
import { HomePage } from "@/home/home-page";

export const metadata: Metadata = { title: "アドバイスを、お手本の動画に" };

export default function Page() {
  return <HomePage />;
}
