import type { RiskBand } from "@/lib/api/schema";
import { cn } from "@/lib/cn";
import { BAND_COLOUR, BAND_LABEL, BAND_TEXT, severityOf } from "@/lib/risk";

const BAR_HEIGHTS = [4, 6, 8, 10];

/** Bars and a word, so that the band never depends on telling colours apart. */
export function RiskBadge({ band, className }: { band: RiskBand; className?: string }) {
  return (
    <span className={cn("inline-flex items-baseline gap-1.5 font-medium", BAND_TEXT[band], className)}>
      <svg aria-hidden width="17" height="10" className="shrink-0">
        {BAR_HEIGHTS.map((height, bar) => (
          <rect
            key={height}
            x={bar * 4.5}
            y={10 - height}
            width="3.5"
            height={height}
            rx="1"
            fill={bar < severityOf(band) ? BAND_COLOUR[band] : "var(--border)"}
          />
        ))}
      </svg>
      {BAND_LABEL[band]}
    </span>
  );
}
