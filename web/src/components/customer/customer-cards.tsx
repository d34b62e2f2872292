import { AlertsCard } from "@/components/customer/alerts-card";
import { CurrentRiskCard } from "@/components/customer/current-risk-card";
import { HistoryCard } from "@/components/customer/history-card";
import { ProfileCard } from "@/components/customer/profile-card";
import { ReasonsCard } from "@/components/customer/reasons-card";
import { TimelineCard } from "@/components/customer/timeline-card";
import type { CustomerDetail } from "@/lib/api/schema";

export function CustomerCards({
  customer: { profile, risk, history, alerts },
}: {
  customer: CustomerDetail;
}) {
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 lg:grid-cols-[320px_minmax(0,1fr)]">
        <CurrentRiskCard risk={risk} />
        <TimelineCard history={history} />
      </div>
      <div className="grid gap-3 lg:grid-cols-2 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)]">
        <ProfileCard profile={profile} className="lg:col-span-2 xl:col-span-1" />
        <ReasonsCard risk={risk} />
        <AlertsCard alerts={alerts} />
      </div>
      <HistoryCard history={history} />
    </div>
  );
}
