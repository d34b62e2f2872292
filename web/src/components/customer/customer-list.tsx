"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SearchX, Users } from "lucide-react";
import { CreateCustomerDialog } from "@/components/customer/create-customer-dialog";
import { CustomerFilters } from "@/components/customer/customer-filters";
import { CustomerTable } from "@/components/customer/customer-table";
import { useCustomerFilters } from "@/components/customer/use-customer-filters";
import { LiveIndicator } from "@/components/layout/live-indicator";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FailureNotice, Notice, ProblemLine } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { customersQuery } from "@/lib/api/queries";
import { useMayEdit } from "@/lib/auth/session";
import { formatCount } from "@/lib/format";
import { usePolling } from "@/lib/live";
import { useDebounced } from "@/lib/use-debounced";

const TYPING_PAUSE_MILLIS = 250;
const POLL_MILLIS = 5000;
/** A poll asks for every page that is open; past this many a person reads rather than watches. */
const PAGES_KEPT_LIVE = 4;

export function CustomerList() {
  const [filters, setFilters] = useCustomerFilters();
  const q = useDebounced(filters.q.trim(), TYPING_PAUSE_MILLIS);
  const polling = usePolling(POLL_MILLIS);
  const list = useInfiniteQuery({
    ...customersQuery({ ...filters, q }),
    ...polling,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) <= PAGES_KEPT_LIVE && polling.refetchInterval,
    placeholderData: keepPreviousData,
  });
  const customers = list.data?.pages.flatMap((page) => page.items);
  const isFiltered = q !== "" || filters.geography !== null || filters.band !== null || filters.who !== null;
  return (
    <>
      <PageHeader title="Customers" description={customers && shown(customers.length, list.hasNextPage)}>
        <LiveIndicator answeredAt={list.dataUpdatedAt} />
        {useMayEdit() && <CreateCustomerDialog />}
      </PageHeader>
      <Card>
        <CustomerFilters filters={filters} onChange={setFilters} />
        {list.error && customers && (
          <div className="px-3 pb-3">
            <ProblemLine error={list.error} onRetry={list.refetch} />
          </div>
        )}
        {list.error && !customers && (
          <FailureNotice error={list.error} onRetry={list.refetch} className="py-24" />
        )}
        {!list.error && !customers && <RowsSkeleton />}
        {customers?.length === 0 && <NoMatch isFiltered={isFiltered} />}
        {customers && customers.length > 0 && <CustomerTable customers={customers} sort={filters.sort} />}
      </Card>
      {list.hasNextPage && (
        <div className="mt-4 text-center">
          <Button
            onClick={() => list.fetchNextPage()}
            disabled={list.isFetchingNextPage}
            className="min-w-32"
          >
            {list.isFetchingNextPage ? "Loading…" : "Load more"}
          </Button>
        </div>
      )}
    </>
  );
}

function shown(customers: number, more: boolean) {
  return more ? `The first ${formatCount(customers)} shown` : `${formatCount(customers)} shown`;
}

function NoMatch({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice icon={SearchX} title="No customer matches" className="py-24">
      A surname is found by its beginning, a customer number only as a whole.
    </Notice>
  ) : (
    <Notice icon={Users} title="No customers yet" className="py-24">
      They appear here as soon as the customer feed delivers them or someone creates the first one.
    </Notice>
  );
}

function RowsSkeleton() {
  return (
    <div role="status" aria-label="Loading customers" className="grid gap-3 border-t p-4">
      {Array.from({ length: 12 }, (_, row) => (
        <Skeleton key={row} className="h-6" />
      ))}
    </div>
  );
}
