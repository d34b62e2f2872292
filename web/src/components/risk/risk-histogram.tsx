"use client";

import { useRef } from "react";
import type { RiskDashboard } from "@/lib/api/schema";
import { formatCount } from "@/lib/format";
import { BAND_COLOUR, bandAt } from "@/lib/risk";
import { niceCeiling } from "@/lib/scale";
import { useSize } from "@/lib/use-size";

const MARGIN = { top: 20, right: 2, bottom: 22, left: 40 };
const GAP = 2;
const X_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

type Props = Pick<RiskDashboard, "distribution" | "bands" | "high_risk_threshold" | "high_risk">;

export function RiskHistogram({ distribution, bands, high_risk_threshold: threshold, high_risk }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const floor = height - MARGIN.bottom;
  const top = niceCeiling(Math.max(...distribution.map((bin) => bin.customers), 1));
  const x = (probability: number) => MARGIN.left + probability * (width - MARGIN.left - MARGIN.right);
  const y = (customers: number) => floor - (floor - MARGIN.top) * (customers / top);
  return (
    <div ref={box} className="relative h-full min-h-57">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label="Customers by churn probability"
          className="absolute inset-0"
        >
          {[0, top / 2, top].map((customers) => (
            <g key={customers}>
              <line
                x1={MARGIN.left}
                x2={width}
                y1={y(customers)}
                y2={y(customers)}
                stroke="var(--chart-grid)"
              />
              <AxisText x={MARGIN.left - 8} y={y(customers) + 4} anchor="end">
                {formatCount(customers)}
              </AxisText>
            </g>
          ))}
          {distribution.map((bin) => (
            <rect
              key={bin.bin}
              x={x(bin.from) + GAP / 2}
              y={y(bin.customers)}
              width={Math.max(x(bin.to) - x(bin.from) - GAP, 1)}
              height={floor - y(bin.customers)}
              rx="2"
              fill={BAND_COLOUR[bandAt((bin.from + bin.to) / 2, bands)]}
            >
              <title>{`${bin.from.toFixed(2)} to ${bin.to.toFixed(2)}: ${formatCount(bin.customers)} customers`}</title>
            </rect>
          ))}
          {X_TICKS.map((tick) => (
            <AxisText
              key={tick}
              x={x(tick)}
              y={height - 5}
              anchor={tick === 0 ? "start" : tick === 1 ? "end" : "middle"}
            >
              {tick.toFixed(1)}
            </AxisText>
          ))}
          <ThresholdLine x={x(threshold)} floor={floor} labelLeft={threshold > 0.5}>
            {`alert above ${threshold.toFixed(2)} · ${formatCount(high_risk)}`}
          </ThresholdLine>
        </svg>
      )}
    </div>
  );
}

type TextProps = { x: number; y: number; anchor: "start" | "middle" | "end"; children: string };

function AxisText({ x, y, anchor, children }: TextProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="fill-muted-foreground text-[11px]">
      {children}
    </text>
  );
}

type ThresholdProps = { x: number; floor: number; labelLeft: boolean; children: string };

function ThresholdLine({ x, floor, labelLeft, children }: ThresholdProps) {
  return (
    <g>
      <line x1={x} x2={x} y1={4} y2={floor} stroke="var(--foreground)" strokeWidth="1.5" />
      <text
        x={x + (labelLeft ? -7 : 7)}
        y={14}
        textAnchor={labelLeft ? "end" : "start"}
        className="fill-foreground text-[11px] font-medium"
      >
        {children}
      </text>
    </g>
  );
}
