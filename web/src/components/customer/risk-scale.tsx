import { BAND_COLOUR } from "@/lib/risk";
import { useRiskScale } from "@/lib/use-risk-scale";

/** Where a probability stands between the bands. Empty until the cuts are known, but as high as it will be. */
export function RiskScale({ probability }: { probability: number }) {
  const bands = useRiskScale()?.bands ?? [];
  return (
    <div aria-hidden className="relative mt-3 h-4">
      <div className="flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        {bands.map(({ band, from, to }) => (
          <span key={band} style={{ width: `${(to - from) * 100}%`, background: BAND_COLOUR[band] }} />
        ))}
      </div>
      <span
        className="absolute -top-1 h-3.5 w-1.5 -translate-x-1/2 rounded-full border-2 border-foreground bg-card"
        style={{ left: `${probability * 100}%` }}
      />
    </div>
  );
}
