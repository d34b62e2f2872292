import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { CustomerLink } from "@/components/risk/customer-link";
import { ProbabilityBar } from "@/components/risk/probability-bar";
import { RiskBadge } from "@/components/risk/risk-badge";
import { RiskChange } from "@/components/risk/risk-change";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { CustomerSummary } from "@/lib/api/schema";
import { formatMoney } from "@/lib/format";

type Props = { customers: readonly CustomerSummary[]; className?: string };

export function HighRiskCard({ customers, className }: Props) {
  return (
    <Card className={className}>
      <CardHeader
        title="High-risk customers"
        description="The ten most likely to leave among those still here"
      >
        <Button asChild>
          <Link href="/customers?who=here">View all</Link>
        </Button>
      </CardHeader>
      {customers.length === 0 ? (
        <Notice icon={ShieldCheck} title="No one to show">
          No customer has been scored yet.
        </Notice>
      ) : (
        <HighRiskTable customers={customers} />
      )}
    </Card>
  );
}

function HighRiskTable({ customers }: { customers: readonly CustomerSummary[] }) {
  return (
    <Table label="High-risk customers">
      <thead>
        <tr>
          <HeaderCell>Customer</HeaderCell>
          <HeaderCell>Risk</HeaderCell>
          <HeaderCell>Band</HeaderCell>
          <HeaderCell className="text-right">Change</HeaderCell>
          <HeaderCell className="text-right">Balance</HeaderCell>
          <HeaderCell className="text-right">Value at risk</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <Row key={customer.customer_id} className="relative">
            <Cell>
              <CustomerLink customerId={customer.customer_id} surname={customer.surname} />
              <span className="ml-2 text-xs text-muted-foreground">
                <span className="font-mono">{customer.customer_id}</span>
                {customer.geography && <span className="max-sm:hidden"> · {customer.geography}</span>}
              </span>
            </Cell>
            <Cell>
              <ProbabilityBar probability={customer.probability} band={customer.band} />
            </Cell>
            <Cell>{customer.band && <RiskBadge band={customer.band} />}</Cell>
            <Cell className="text-right">
              <RiskChange points={customer.change_points} />
            </Cell>
            <Cell className="text-right">{formatMoney(customer.balance)}</Cell>
            <Cell className="text-right">{formatMoney(customer.value_at_risk)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
