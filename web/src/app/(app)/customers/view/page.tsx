import type { Metadata } from "next";
import { Suspense } from "react";
import { CustomerView } from "@/components/customer/customer-view";
import { PageSkeleton } from "@/components/layout/page-skeleton";

export const metadata: Metadata = { title: "Customer" };

export default function CustomerPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <CustomerView />
    </Suspense>
  );
}
