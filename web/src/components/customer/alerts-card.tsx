"use client";

import { BellOff } from "lucide-react";
import { useShowAll } from "@/components/customer/use-show-all";
import { Card, CardHeader } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { AlertEntry } from "@/lib/api/schema";
import { cn } from "@/lib/cn";
import { formatProbability } from "@/lib/format";

const ALERTS_AT_FIRST = 4;

const TYPE_LABEL: Record<AlertEntry["alert_type"], string> = {
  HIGH_RISK: "High risk",
  RISK_INCREASE: "Risk increase",
  SUMMARY: "Summary",
};

const STATUS_LABEL: Record<AlertEntry["status"], string> = {
  PENDING: "Waiting to be sent",
  SENT: "Sent",
  FAILED: "Could not be sent",
  UNKNOWN: "Perhaps sent",
  SILENCED: "Silenced",
  DIGESTED: "Sent in a digest",
};

export function AlertsCard({ alerts }: { alerts: readonly AlertEntry[] }) {
  const [shown, showAll] = useShowAll(alerts, ALERTS_AT_FIRST);
  return (
    <Card>
      <CardHeader title="Alerts" description="Newest first">
        {showAll}
      </CardHeader>
      {alerts.length === 0 ? (
        <Notice icon={BellOff} title="No alerts" className="py-12">
          Nothing about this customer has called for one so far.
        </Notice>
      ) : (
        <ol>
          {shown.map((alert) => (
            <AlertItem key={alert.alert_id} alert={alert} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function AlertItem({ alert }: { alert: AlertEntry }) {
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 border-t px-4 py-2">
      <span className="font-medium">{TYPE_LABEL[alert.alert_type]}</span>
      <span className="text-right font-mono">
        {alert.previous_probability != null && (
          <span className="text-muted-foreground">{formatProbability(alert.previous_probability)} → </span>
        )}
        {formatProbability(alert.probability)}
      </span>
      <Moment iso={alert.raised_at} className="text-xs text-muted-foreground" />
      <span
        className={cn(
          "text-right text-xs",
          alert.status === "FAILED" ? "text-destructive" : "text-muted-foreground",
        )}
      >
        {STATUS_LABEL[alert.status]}
      </span>
    </li>
  );
}
