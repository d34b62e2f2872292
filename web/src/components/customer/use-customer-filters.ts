import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { RISK_BANDS } from "@/lib/risk";

const WHO = ["here", "left"] as const;
const SORTS = ["risk", "customer_id"] as const;

/** Filters live in the address, so that a list can be bookmarked, shared and returned to. */
export function useCustomerFilters() {
  return useQueryStates({
    q: parseAsString.withDefault(""),
    geography: parseAsString,
    band: parseAsStringLiteral(RISK_BANDS),
    who: parseAsStringLiteral(WHO),
    sort: parseAsStringLiteral(SORTS).withDefault("risk"),
  });
}

export type SetCustomerFilters = ReturnType<typeof useCustomerFilters>[1];
