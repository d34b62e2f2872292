import { useQuery } from "@tanstack/react-query";
import { dashboardQuery } from "@/lib/api/queries";

const FRESH_MILLIS = 60_000;

/** The bank's band cuts, alert threshold and geographies, which hardly ever change; undefined until they are known. */
export function useRiskScale() {
  return useQuery({ ...dashboardQuery, staleTime: FRESH_MILLIS }).data;
}
