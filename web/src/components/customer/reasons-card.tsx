import { MessageCircleQuestion } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { CustomerRisk, Reason } from "@/lib/api/schema";
import { formatPoints } from "@/lib/format";

export function ReasonsCard({ risk }: { risk: CustomerRisk | null | undefined }) {
  const reasons = (risk?.reasons ?? []).toSorted(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution),
  );
  return (
    <Card>
      <CardHeader title="Reasons" description="What pushes this score up or down" />
      {reasons.length === 0 ? (
        <Notice
          icon={MessageCircleQuestion}
          title={risk ? "No reasons for this score" : "No reasons yet"}
          className="py-12"
        >
          {risk
            ? "It was computed without an explanation. Reasons show up here with the first score that carries them."
            : "Reasons come with scores, and this customer has none yet."}
        </Notice>
      ) : (
        <ul className="grid gap-2.5 px-4 pb-4">
          {reasons.map((reason) => (
            <ReasonItem key={reason.code} reason={reason} largest={Math.abs(reasons[0]?.contribution ?? 1)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ReasonItem({ reason, largest }: { reason: Reason; largest: number }) {
  const raises = reason.contribution > 0;
  return (
    <li>
      <p className="flex items-baseline justify-between gap-3">
        <span>{reason.text}</span>
        <span className="font-mono">{formatPoints(reason.contribution)}</span>
      </p>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-muted">
        <span
          className={
            raises ? "block h-full rounded-full bg-risk-high" : "block h-full rounded-full bg-success"
          }
          style={{ width: `${(100 * Math.abs(reason.contribution)) / largest}%` }}
        />
      </span>
    </li>
  );
}
