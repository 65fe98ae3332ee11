import { useTranslations } from "use-intl";
import { isBusy, RequestFailed } from "@/api/failure";

/** What to tell of a request that did not succeed: the service's own words, or that it cannot be reached. */
export function useProblem(): (error: unknown) => string {
  const t = useTranslations("error");
  return (error) => {
    if (!(error instanceof RequestFailed) || error.status === 0) return t("network");
    if (isBusy(error)) return t("busy");
    return error.detail || t("refused", { status: String(error.status) });
  };
}
