"use client";

import { useRef } from "react";
import type { TrendPoint } from "@/lib/api/schema";
import { formatShare, formatTimeOfDay } from "@/lib/format";
import { useSize } from "@/lib/use-size";

const MARGIN = { top: 8, right: 2, bottom: 22, left: 40 };
/** The top of the axis is a multiple of it, so that its half is round too. */
const STEP = 0.1;

type Line = { label: string; colour: string; share: (point: TrendPoint) => number };

export const TREND_LINES: readonly Line[] = [
  { label: "Mean risk", colour: "var(--primary)", share: (point) => point.mean_probability },
  { label: "High risk", colour: "var(--risk-high)", share: (point) => point.high_risk / point.scored },
];

/** Shares of the scored customers over time, of two points at least. */
export function TrendChart({ trend }: { trend: readonly TrendPoint[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const floor = height - MARGIN.bottom;
  const highest = Math.max(...TREND_LINES.flatMap(({ share }) => trend.map(share)), 0.01);
  const top = Math.ceil(highest / STEP) * STEP;
  const x = (index: number) =>
    MARGIN.left + (index / (trend.length - 1)) * (width - MARGIN.left - MARGIN.right);
  const y = (share: number) => floor - (floor - MARGIN.top) * (share / top);
  return (
    <div ref={box} className="relative h-full min-h-57">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label="Mean risk and share of high-risk customers over time"
          className="absolute inset-0"
        >
          {[0, top / 2, top].map((share) => (
            <g key={share}>
              <line x1={MARGIN.left} x2={width} y1={y(share)} y2={y(share)} stroke="var(--chart-grid)" />
              <text
                x={MARGIN.left - 8}
                y={y(share) + 4}
                textAnchor="end"
                className="fill-muted-foreground text-[11px]"
              >
                {formatShare(share)}
              </text>
            </g>
          ))}
          {TREND_LINES.map(({ label, colour, share }) => (
            <polyline
              key={label}
              points={trend.map((point, index) => `${x(index)},${y(share(point))}`).join(" ")}
              fill="none"
              stroke={colour}
              strokeWidth="1.5"
              strokeLinejoin="round"
            />
          ))}
          <TimeText x={MARGIN.left} y={height - 5} anchor="start" point={trend[0]} />
          <TimeText x={width} y={height - 5} anchor="end" point={trend[trend.length - 1]} />
        </svg>
      )}
    </div>
  );
}

type TimeProps = { x: number; y: number; anchor: "start" | "end"; point: TrendPoint | undefined };

function TimeText({ x, y, anchor, point }: TimeProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="fill-muted-foreground text-[11px]">
      {point && formatTimeOfDay(point.minute)}
    </text>
  );
}
