"use client";

import { Pause, Play } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { type LiveState, liveStateAt, setPaused, usePaused } from "@/lib/live";
import { useNow } from "@/lib/use-now";

const LABEL: Record<LiveState, string> = {
  live: "Live",
  stale: "Stale",
  paused: "Paused",
  connecting: "Connecting",
};
const DOT: Record<LiveState, string> = {
  live: "bg-success",
  stale: "bg-risk-medium",
  paused: "bg-muted-foreground",
  connecting: "bg-muted-foreground",
};

/** How fresh the page is, and the switch that holds it still. `answeredAt`: the last good answer, 0 before the first. */
export function LiveIndicator({ answeredAt }: { answeredAt: number }) {
  const paused = usePaused();
  const state = liveStateAt(useNow(), answeredAt, paused);
  return (
    <>
      <p className="flex h-8 min-w-29 items-center gap-2 rounded-md border bg-card px-3">
        <span aria-hidden className={cn("size-2 rounded-full", DOT[state])} />
        <span role="status" className="font-medium">
          {LABEL[state]}
        </span>
        <AnswerAge answeredAt={answeredAt} />
      </p>
      <Button onClick={() => setPaused(!paused)} className="w-9 sm:w-24">
        {paused ? <Play /> : <Pause />}
        <span className="max-sm:sr-only">{paused ? "Resume" : "Pause"}</span>
      </Button>
    </>
  );
}

function AnswerAge({ answeredAt }: { answeredAt: number }) {
  const seconds = Math.max(0, Math.round((useNow() - answeredAt) / 1000));
  const age = seconds < 60 ? `${seconds} s ago` : `${Math.floor(seconds / 60)} min ago`;
  return <span className="min-w-12 text-right text-xs text-muted-foreground">{answeredAt > 0 && age}</span>;
}
