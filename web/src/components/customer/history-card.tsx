"use client";

import { History } from "lucide-react";
import { HistoryTable } from "@/components/customer/history-table";
import { useShowAll } from "@/components/customer/use-show-all";
import { Card, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { HistoryEntry } from "@/lib/api/schema";

const ROWS_AT_FIRST = 20;

export function HistoryCard({ history }: { history: readonly HistoryEntry[] }) {
  const [shown, showAll] = useShowAll(history, ROWS_AT_FIRST);
  return (
    <Card>
      <CardHeader
        title="History"
        description="Every score, with how much of its change came from the customer and how much from the model"
      >
        {showAll}
      </CardHeader>
      {history.length === 0 ? (
        <Notice icon={History} title="No scores yet">
          Each score leaves a row here.
        </Notice>
      ) : (
        <HistoryTable history={shown} />
      )}
    </Card>
  );
}
