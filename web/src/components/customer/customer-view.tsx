"use client";

import { useQuery } from "@tanstack/react-query";
import { UserX } from "lucide-react";
import Link from "next/link";
import { parseAsInteger, useQueryState } from "nuqs";
import { CustomerCards } from "@/components/customer/customer-cards";
import { EditProfileDialog } from "@/components/customer/edit-profile-dialog";
import { CustomerTitle } from "@/components/customer/customer-title";
import { LiveIndicator } from "@/components/layout/live-indicator";
import { PageHeader } from "@/components/layout/page-header";
import { PageSkeleton } from "@/components/layout/page-skeleton";
import { Button } from "@/components/ui/button";
import { FailureNotice, Notice, ProblemLine } from "@/components/ui/notice";
import { ProblemError } from "@/lib/api/problem";
import { customerQuery } from "@/lib/api/queries";
import { useMayEdit } from "@/lib/auth/session";
import { usePolling } from "@/lib/live";

export function CustomerView() {
  const [customerId] = useQueryState("id", parseAsInteger);
  return customerId === null ? <NoSuchCustomer /> : <Customer key={customerId} customerId={customerId} />;
}

function Customer({ customerId }: { customerId: number }) {
  const { data, error, dataUpdatedAt, refetch } = useQuery({ ...customerQuery(customerId), ...usePolling() });
  const mayEdit = useMayEdit();
  if (error instanceof ProblemError && error.status === 404) return <NoSuchCustomer />;
  if (error && !data) return <FailureNotice error={error} onRetry={refetch} className="py-32" />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={<CustomerTitle customer={data} />}
        description={
          <Link href="/customers" className="rounded-sm hover:underline focus-visible:outline-2">
            ← All customers
          </Link>
        }
      >
        <LiveIndicator answeredAt={dataUpdatedAt} />
        {mayEdit && <EditProfileDialog customer={data} />}
      </PageHeader>
      {error && (
        <div className="mb-3">
          <ProblemLine error={error} onRetry={refetch} />
        </div>
      )}
      <CustomerCards customer={data} />
    </>
  );
}

function NoSuchCustomer() {
  return (
    <Notice
      icon={UserX}
      title="There is no such customer"
      className="py-32"
      action={
        <Button asChild>
          <Link href="/customers">All customers</Link>
        </Button>
      }
    >
      The number may be mistyped, or the customer may have been erased.
    </Notice>
  );
}
