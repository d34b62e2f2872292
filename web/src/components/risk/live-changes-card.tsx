import { Activity } from "lucide-react";
import { CustomerLink } from "@/components/risk/customer-link";
import { RiskBadge } from "@/components/risk/risk-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Age } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { BandCrossing } from "@/lib/api/schema";
import { cn } from "@/lib/cn";
import { formatProbability } from "@/lib/format";
import { BAND_LABEL, rises } from "@/lib/risk";

type Props = { changes: readonly BandCrossing[]; className?: string };

export function LiveChangesCard({ changes, className }: Props) {
  return (
    <Card className={className}>
      <CardHeader title="Live score changes" description="Customers that crossed a risk band" />
      {changes.length === 0 ? (
        <Notice icon={Activity} title="No crossings yet">
          As customers change, those who move from one band to another show up here.
        </Notice>
      ) : (
        <ol className="pb-1.5">
          {changes.map((change) => (
            <ChangeItem key={`${change.customer_id} ${change.scored_at}`} change={change} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function ChangeItem({ change }: { change: BandCrossing }) {
  const worse = rises(change.band, change.previous_band);
  return (
    <li className="relative grid grid-cols-[1fr_auto] gap-x-3 px-4 py-0.75 text-xs/4 hover:bg-muted/50">
      <span className="truncate text-[13px]/4">
        <CustomerLink customerId={change.customer_id} surname={change.surname} />
      </span>
      <span className="text-right font-mono">
        <span className="text-muted-foreground">{formatProbability(change.previous_probability)} → </span>
        {formatProbability(change.probability)}
      </span>
      <Age iso={change.scored_at} className="text-muted-foreground" />
      <span className="flex items-baseline justify-end gap-1.5">
        <span className="sr-only">from {BAND_LABEL[change.previous_band]} to</span>
        <span aria-hidden className={cn("text-[9px]", worse ? "text-risk-high-fg" : "text-success")}>
          {worse ? "▲" : "▼"}
        </span>
        <RiskBadge band={change.band} />
      </span>
    </li>
  );
}
