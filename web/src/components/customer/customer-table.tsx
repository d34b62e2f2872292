import { LeftTag } from "@/components/customer/left-tag";
import { CustomerLink } from "@/components/risk/customer-link";
import { ProbabilityBar } from "@/components/risk/probability-bar";
import { RiskBadge } from "@/components/risk/risk-badge";
import { RiskChange } from "@/components/risk/risk-change";
import { Age } from "@/components/ui/moment";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { CustomerFilters } from "@/lib/api/queries";
import type { CustomerSummary } from "@/lib/api/schema";
import { formatCount, formatMoney, NOT_KNOWN } from "@/lib/format";

type Props = { customers: readonly CustomerSummary[]; sort: CustomerFilters["sort"] };

export function CustomerTable({ customers, sort }: Props) {
  return (
    <Table label="Customers">
      <thead>
        <tr>
          <HeaderCell aria-sort={sort === "customer_id" ? "ascending" : undefined}>Customer</HeaderCell>
          <HeaderCell aria-sort={sort === "risk" ? "descending" : undefined}>Risk</HeaderCell>
          <HeaderCell>Band</HeaderCell>
          <HeaderCell className="text-right">Change</HeaderCell>
          <HeaderCell className="text-right">Value at risk</HeaderCell>
          <HeaderCell>Geography</HeaderCell>
          <HeaderCell className="text-right">Age</HeaderCell>
          <HeaderCell className="text-right">Balance</HeaderCell>
          <HeaderCell className="text-right">Products</HeaderCell>
          <HeaderCell>Active</HeaderCell>
          <HeaderCell className="text-right">Scored</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.customer_id} customer={customer} />
        ))}
      </tbody>
    </Table>
  );
}

function CustomerRow({ customer }: { customer: CustomerSummary }) {
  return (
    <Row className="relative">
      <Cell>
        <CustomerLink customerId={customer.customer_id} surname={customer.surname} />
        <span className="ml-2 font-mono text-xs text-muted-foreground">{customer.customer_id}</span>
        {customer.exited && <LeftTag className="ml-2" />}
      </Cell>
      <Cell>
        <ProbabilityBar probability={customer.probability} band={customer.band} />
      </Cell>
      <Cell>{customer.band && <RiskBadge band={customer.band} />}</Cell>
      <Cell className="text-right">
        <RiskChange points={customer.change_points} />
      </Cell>
      <Cell className="text-right">{formatMoney(customer.value_at_risk)}</Cell>
      <Cell>{customer.geography ?? NOT_KNOWN}</Cell>
      <Cell className="text-right">{formatCount(customer.age)}</Cell>
      <Cell className="text-right">{formatMoney(customer.balance)}</Cell>
      <Cell className="text-right">{formatCount(customer.num_of_products)}</Cell>
      <Cell>{yesOrNo(customer.is_active_member)}</Cell>
      <Cell className="text-right text-muted-foreground">
        {customer.scored_at ? <Age iso={customer.scored_at} /> : NOT_KNOWN}
      </Cell>
    </Row>
  );
}

function yesOrNo(flag: boolean | null | undefined) {
  if (flag == null) return NOT_KNOWN;
  return flag ? "Yes" : "No";
}
