import { LeftTag } from "@/components/customer/left-tag";
import type { CustomerDetail } from "@/lib/api/schema";

export function CustomerTitle({ customer: { customer_id, profile } }: { customer: CustomerDetail }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5">
      {profile.surname || "Customer"}
      <span className="font-mono text-sm font-normal text-muted-foreground">{customer_id}</span>
      {profile.exited && <LeftTag />}
    </span>
  );
}
