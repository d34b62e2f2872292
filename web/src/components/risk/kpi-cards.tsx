import { KpiCard } from "@/components/risk/kpi-card";
import type { RiskDashboard } from "@/lib/api/schema";
import { formatCompactMoney, formatCount, formatProbability, formatShare } from "@/lib/format";

export function KpiCards({ dashboard }: { dashboard: RiskDashboard }) {
  const { customers, scored, exited, high_risk, mean_probability, value_at_risk, trend } = dashboard;
  const isScored = scored > 0;
  const threshold = dashboard.high_risk_threshold.toFixed(2);
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <KpiCard
        label="Customers"
        value={formatCount(customers)}
        note={`${formatShare(dashboard.churn_rate)} churn rate · ${formatCount(exited)} left`}
        course={trend.map((point) => point.scored)}
        colour="var(--primary)"
      />
      <KpiCard
        label="High-risk customers"
        value={isScored ? formatCount(high_risk) : "–"}
        note={
          isScored ? `${formatShare(high_risk / scored)} of scored · above ${threshold}` : "not scored yet"
        }
        course={trend.map((point) => point.high_risk)}
        colour="var(--risk-critical)"
      />
      <KpiCard
        label="Mean churn risk"
        value={formatProbability(mean_probability)}
        note={`${formatCount(scored)} of ${formatCount(customers)} scored`}
        course={trend.map((point) => point.mean_probability)}
        colour="var(--risk-medium)"
      />
      <KpiCard
        label="Value at risk"
        value={isScored ? formatCompactMoney(value_at_risk) : "–"}
        note={
          isScored ? `${formatCompactMoney(value_at_risk / scored)} per scored customer` : "not scored yet"
        }
        course={trend.map((point) => point.value_at_risk)}
        colour="var(--risk-high)"
      />
    </div>
  );
}
