import { RiskChange } from "@/components/risk/risk-change";
import { Moment } from "@/components/ui/moment";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { Cause, HistoryEntry, Reason } from "@/lib/api/schema";
import { formatPercentChange, formatProbability, NOT_KNOWN } from "@/lib/format";

const CAUSE_LABEL: Record<Cause, string> = {
  UPDATE: "Customer update",
  MODEL_CHANGE: "Model change",
  IMPORT: "Import",
};

export function HistoryTable({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <Table label="Score history">
      <thead>
        <tr>
          <HeaderCell className="text-right">No.</HeaderCell>
          <HeaderCell>Happened</HeaderCell>
          <HeaderCell className="text-right">Score</HeaderCell>
          <HeaderCell className="text-right">Risk change</HeaderCell>
          <HeaderCell className="text-right">By the customer</HeaderCell>
          <HeaderCell className="text-right">By the model</HeaderCell>
          <HeaderCell>Cause</HeaderCell>
          <HeaderCell>Model version</HeaderCell>
          <HeaderCell>Alert threshold</HeaderCell>
          <HeaderCell>Top reason</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {history.map((entry) => (
          <HistoryRow key={entry.event_id} entry={entry} />
        ))}
      </tbody>
    </Table>
  );
}

function HistoryRow({ entry }: { entry: HistoryEntry }) {
  return (
    <Row data-sequence={entry.sequence}>
      <Cell className="text-right text-muted-foreground">{entry.sequence}</Cell>
      <Cell>
        <Moment iso={entry.timestamp} />
      </Cell>
      <Cell className="text-right font-mono">{formatProbability(entry.probability)}</Cell>
      <Cell className="text-right">{formatPercentChange(entry.risk_change)}</Cell>
      <Cell className="text-right">
        <RiskChange points={entry.data_change} />
      </Cell>
      <Cell className="text-right">
        <RiskChange points={entry.model_change} />
      </Cell>
      <Cell>{CAUSE_LABEL[entry.cause]}</Cell>
      <Cell className="font-mono">{entry.model_version}</Cell>
      <Cell className={entry.is_high_risk ? "font-medium text-risk-critical-fg" : "text-muted-foreground"}>
        {entry.is_high_risk ? "Above" : "Below"}
      </Cell>
      <Cell className="text-muted-foreground">{shortly(entry.reasons[0]) ?? NOT_KNOWN}</Cell>
    </Row>
  );
}

/** Without the comparison that follows the semicolon: the card of reasons has room for it. */
function shortly(reason: Reason | undefined) {
  return reason?.text.split(";")[0];
}
