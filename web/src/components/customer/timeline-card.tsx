"use client";

import { ChartLine } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { RiskBadge } from "@/components/risk/risk-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { HistoryEntry } from "@/lib/api/schema";
import { formatMoment, formatProbability } from "@/lib/format";
import { bandAt } from "@/lib/risk";
import { useRiskScale } from "@/lib/use-risk-scale";

const TimelineChart = dynamic(() => import("@/components/customer/timeline-chart"), { ssr: false });

export function TimelineCard({ history }: { history: readonly HistoryEntry[] }) {
  const scale = useRiskScale();
  const [pointed, setPointed] = useState<number | null>(null);
  const oldestFirst = useMemo(() => history.toSorted(byTime), [history]);
  const shown = pointed === null ? undefined : oldestFirst[pointed];
  return (
    <Card className="flex flex-col">
      <CardHeader title="Risk timeline" description="Each score at the moment of the event behind it">
        {shown && scale && (
          <p className="flex items-center gap-3 text-xs">
            <span className="text-muted-foreground">{formatMoment(shown.timestamp)}</span>
            <span className="font-mono">{formatProbability(shown.probability)}</span>
            <RiskBadge band={bandAt(shown.probability, scale.bands)} className="w-20" />
          </p>
        )}
      </CardHeader>
      {history.length === 0 ? (
        <Notice icon={ChartLine} title="Nothing to draw yet" className="py-20">
          The line begins with the first score.
        </Notice>
      ) : (
        <div className="relative mx-3 mb-2 min-h-66 flex-1">
          {scale && (
            <TimelineChart
              history={oldestFirst}
              bands={scale.bands}
              threshold={scale.high_risk_threshold}
              onPoint={setPointed}
            />
          )}
        </div>
      )}
    </Card>
  );
}

function byTime(a: HistoryEntry, b: HistoryEntry) {
  return Date.parse(a.timestamp) - Date.parse(b.timestamp) || a.sequence - b.sequence;
}
