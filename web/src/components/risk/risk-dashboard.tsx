"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import Link from "next/link";
import { LiveIndicator } from "@/components/layout/live-indicator";
import { PageHeader } from "@/components/layout/page-header";
import { DashboardSkeleton } from "@/components/risk/dashboard-skeleton";
import { DistributionCard } from "@/components/risk/distribution-card";
import { GeographiesCard } from "@/components/risk/geographies-card";
import { HighRiskCard } from "@/components/risk/high-risk-card";
import { KpiCards } from "@/components/risk/kpi-cards";
import { LiveChangesCard } from "@/components/risk/live-changes-card";
import { ModelCard } from "@/components/risk/model-card";
import { TrendCard } from "@/components/risk/trend-card";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FailureNotice, Notice, ProblemLine } from "@/components/ui/notice";
import { dashboardQuery } from "@/lib/api/queries";
import type { RiskDashboard as Dashboard } from "@/lib/api/schema";
import { formatCount } from "@/lib/format";
import { usePolling } from "@/lib/live";

export function RiskDashboard() {
  const { data, error, dataUpdatedAt, refetch } = useQuery({ ...dashboardQuery, ...usePolling() });
  return (
    <>
      <PageHeader title="Risk dashboard" description={data && <Summary dashboard={data} />}>
        <LiveIndicator answeredAt={dataUpdatedAt} />
      </PageHeader>
      {error && data && (
        <div className="mb-3">
          <ProblemLine error={error} onRetry={refetch} />
        </div>
      )}
      {error && !data && <FailureNotice error={error} onRetry={refetch} className="py-32" />}
      {!error && !data && <DashboardSkeleton />}
      {data && (data.customers === 0 ? <NoCustomers /> : <Cards dashboard={data} />)}
    </>
  );
}

function Summary({ dashboard: { customers, scored, model } }: { dashboard: Dashboard }) {
  return (
    <>
      {formatCount(scored)} of {formatCount(customers)} customers scored ·{" "}
      {model ? (
        <>
          model <span className="font-mono">{model.model_version}</span>
        </>
      ) : (
        "waiting for the first model"
      )}
    </>
  );
}

function Cards({ dashboard }: { dashboard: Dashboard }) {
  return (
    <div className="grid gap-3">
      <KpiCards dashboard={dashboard} />
      <div className="grid gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <DistributionCard dashboard={dashboard} />
        <TrendCard trend={dashboard.trend} />
      </div>
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_320px]">
        <HighRiskCard customers={dashboard.high_risk_customers} />
        <LiveChangesCard changes={dashboard.recent_changes} />
      </div>
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_320px]">
        <GeographiesCard geographies={dashboard.geographies} />
        <ModelCard model={dashboard.model} />
      </div>
    </div>
  );
}

function NoCustomers() {
  return (
    <Card>
      <Notice
        icon={Users}
        title="No customers yet"
        className="py-32"
        action={
          <Button asChild>
            <Link href="/customers">Go to customers</Link>
          </Button>
        }
      >
        They appear here as soon as the customer feed delivers them or someone creates the first one.
      </Notice>
    </Card>
  );
}
