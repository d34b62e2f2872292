import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { RISK_BANDS } from "@/lib/risk";

const SORTS = ["risk", "customer_id"] as const;

/** Filters live in the address, so that a list can be bookmarked, shared and returned to. */
export function useCustomerFilters() {
  return useQueryStates({
    q: parseAsString.withDefault(""),
    geography: parseAsString,
    band: parseAsStringLiteral(RISK_BANDS),
    sort: parseAsStringLiteral(SORTS).withDefault("risk"),
  });
}

export type SetCustomerFilters = ReturnType<typeof useCustomerFilters>[1];
