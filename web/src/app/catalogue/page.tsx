import { CataloguePage } from "@/catalogue/catalogue-page";

export default function Page() {
  return <CataloguePage />;
}
