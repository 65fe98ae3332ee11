import { MissingPage } from "@/shell/missing-page";

export default function NotFound() {
  return <MissingPage />;
}
