import { LineChart } from "lucide-react";
import { TREND_LINES, TrendChart } from "@/components/risk/trend-chart";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { TrendPoint } from "@/lib/api/schema";

export function TrendCard({ trend }: { trend: readonly TrendPoint[] }) {
  return (
    <Card className="flex flex-col">
      <CardHeader title="Trend" description="The last six hours, every other minute">
        <ul aria-label="Lines" className="flex gap-4 text-xs text-muted-foreground">
          {TREND_LINES.map(({ label, colour }) => (
            <li key={label} className="flex items-center gap-1.5">
              <span aria-hidden className="h-0.5 w-3 rounded-full" style={{ background: colour }} />
              {label}
            </li>
          ))}
        </ul>
      </CardHeader>
      {trend.length < 2 ? (
        <Notice icon={LineChart} title="No course yet" className="flex-1 py-24">
          It shows a few minutes after the first scores.
        </Notice>
      ) : (
        <div className="flex-1 px-4 pb-3">
          <TrendChart trend={trend} />
        </div>
      )}
    </Card>
  );
}
