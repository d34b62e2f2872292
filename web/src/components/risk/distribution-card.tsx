import { Hourglass } from "lucide-react";
import { BandShares } from "@/components/risk/band-shares";
import { RiskHistogram } from "@/components/risk/risk-histogram";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { RiskDashboard } from "@/lib/api/schema";
import { cn } from "@/lib/cn";

export function DistributionCard({ dashboard, className }: { dashboard: RiskDashboard; className?: string }) {
  return (
    <Card className={cn("flex flex-col", className)}>
      <CardHeader title="Risk distribution" description="Customers by their latest churn probability" />
      {dashboard.scored === 0 ? (
        <NothingScored hasModel={dashboard.model != null} />
      ) : (
        <>
          <div className="flex-1 px-4 pb-3">
            <RiskHistogram {...dashboard} />
          </div>
          <BandShares bands={dashboard.bands} scored={dashboard.scored} />
        </>
      )}
    </Card>
  );
}

function NothingScored({ hasModel }: { hasModel: boolean }) {
  return (
    <Notice
      icon={Hourglass}
      title={hasModel ? "Waiting for the first scores" : "Waiting for the first model"}
      className="py-24"
    >
      {hasModel
        ? "The model is in force. Each customer is scored as soon as the scoring job reaches it."
        : "Scores appear as soon as a model has been trained and made champion. Customers are collected meanwhile."}
    </Notice>
  );
}
