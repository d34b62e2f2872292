import { Hourglass } from "lucide-react";
import { Fact } from "@/components/customer/facts";
import { RiskScale } from "@/components/customer/risk-scale";
import { RiskBadge } from "@/components/risk/risk-badge";
import { RiskChange } from "@/components/risk/risk-change";
import { Card, CardHeader } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { CustomerRisk, RiskTrend } from "@/lib/api/schema";
import { formatMoney, formatPercentChange, formatProbability } from "@/lib/format";

const TREND_LABEL: Record<RiskTrend, string> = { RISING: "Rising", FALLING: "Falling", STABLE: "Stable" };

export function CurrentRiskCard({ risk }: { risk: CustomerRisk | null | undefined }) {
  return (
    <Card>
      <CardHeader title="Current risk" description="How likely this customer is to leave" />
      {risk ? (
        <Risk risk={risk} />
      ) : (
        <Notice icon={Hourglass} title="Not scored yet" className="py-16">
          The score appears here by itself once the scoring job has seen this customer with a model in force.
        </Notice>
      )}
    </Card>
  );
}

function Risk({ risk }: { risk: CustomerRisk }) {
  return (
    <div className="px-4 pb-3">
      <p className="flex items-baseline gap-3">
        <span className="text-4xl font-semibold tracking-[-0.02em]">
          {formatProbability(risk.probability)}
        </span>
        <RiskBadge band={risk.band} />
      </p>
      <RiskScale probability={risk.probability} />
      <dl className="mt-3">
        <Fact name="Change">
          <RiskChange points={risk.change_points} />
          {risk.change_percent != null && (
            <span className="ml-2 text-muted-foreground">{formatPercentChange(risk.change_percent)}</span>
          )}
        </Fact>
        <Fact name="Before">
          <span className="font-mono">{formatProbability(risk.previous_probability)}</span>
        </Fact>
        <Fact name="Trend">{TREND_LABEL[risk.trend]}</Fact>
        <Fact name="Value at risk">{formatMoney(risk.value_at_risk)}</Fact>
        <Fact name="Model">
          <span className="font-mono">{risk.model_version}</span>
        </Fact>
        <Fact name="Scored">
          <Moment iso={risk.scored_at} />
        </Fact>
      </dl>
    </div>
  );
}
