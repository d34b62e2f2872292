import type { Metadata } from "next";
import { Suspense } from "react";
import { CustomerList } from "@/components/customer/customer-list";
import { PageSkeleton } from "@/components/layout/page-skeleton";

export const metadata: Metadata = { title: "Customers" };

export default function CustomersPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <CustomerList />
    </Suspense>
  );
}
