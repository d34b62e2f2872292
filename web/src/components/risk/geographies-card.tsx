import { Card, CardHeader } from "@/components/ui/card";
import { RowLink } from "@/components/ui/row-link";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { GeographyRisk } from "@/lib/api/schema";
import { formatCount, formatProbability, formatShare } from "@/lib/format";

export function GeographiesCard({ geographies }: { geographies: readonly GeographyRisk[] }) {
  return (
    <Card>
      <CardHeader title="Geographies" description="Where customers are leaving" />
      <Table label="Geographies">
        <thead>
          <tr>
            <HeaderCell>Geography</HeaderCell>
            <HeaderCell className="text-right">Customers</HeaderCell>
            <HeaderCell className="text-right">Churn rate</HeaderCell>
            <HeaderCell className="text-right">Mean risk</HeaderCell>
            <HeaderCell className="text-right">High risk</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {geographies.map((row) => (
            <Row key={row.geography ?? ""} className="relative">
              <Cell>
                <GeographyName geography={row.geography} />
              </Cell>
              <Cell className="text-right">{formatCount(row.customers)}</Cell>
              <Cell className="text-right">{formatShare(row.churn_rate)}</Cell>
              <Cell className="text-right font-mono">{formatProbability(row.mean_probability)}</Cell>
              <Cell className="text-right">{formatCount(row.high_risk)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function GeographyName({ geography }: { geography: string | null | undefined }) {
  if (!geography) return <span className="text-muted-foreground">not known</span>;
  return <RowLink href={`/customers?geography=${encodeURIComponent(geography)}`}>{geography}</RowLink>;
}
