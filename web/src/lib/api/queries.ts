import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import { answerOf } from "@/lib/api/problem";
import type { Profile, RiskBand } from "@/lib/api/schema";

export type CustomerFilters = {
  q: string;
  geography: string | null;
  band: RiskBand | null;
  who: "here" | "left" | null;
  sort: "risk" | "customer_id";
};

const CUSTOMERS_PER_PAGE = 50;

export const dashboardQuery = queryOptions({
  queryKey: ["dashboard"],
  queryFn: () => answerOf(api.GET("/api/risk/dashboard/")),
});

export function customersQuery(filters: CustomerFilters) {
  return infiniteQueryOptions({
    queryKey: ["customers", filters],
    queryFn: ({ pageParam }) => fetchCustomers(filters, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function customerQuery(customerId: number) {
  return queryOptions({
    queryKey: ["customer", customerId],
    queryFn: () => answerOf(api.GET("/api/customers/{customer_id}/", at(customerId))),
  });
}

export function createCustomer(customer_id: number, profile: Profile) {
  return answerOf(api.POST("/api/customers/", { body: { customer_id, profile } }));
}

export function updateCustomer(customerId: number, profile: Profile) {
  return answerOf(api.PATCH("/api/customers/{customer_id}/", { ...at(customerId), body: { profile } }));
}

function fetchCustomers({ q, geography, band, who, sort }: CustomerFilters, after: string | null) {
  const query = {
    limit: CUSTOMERS_PER_PAGE,
    sort,
    ...(after && { after }),
    ...(q && { q }),
    ...(geography && { geography }),
    ...(band && { band }),
    ...(who && { exited: who === "left" }),
  };
  return answerOf(api.GET("/api/customers/", { params: { query } }));
}

function at(customer_id: number) {
  return { params: { path: { customer_id } } };
}
