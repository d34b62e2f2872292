import type { RiskBand } from "@/lib/api/schema";
import { formatProbability } from "@/lib/format";
import { BAND_COLOUR } from "@/lib/risk";

type Props = { probability: number | null | undefined; band: RiskBand | null | undefined };

export function ProbabilityBar({ probability, band }: Props) {
  if (probability == null) return <span className="text-muted-foreground">not scored yet</span>;
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="w-10 font-mono">{formatProbability(probability)}</span>
      <span aria-hidden className="hidden h-1.5 w-16 overflow-hidden rounded-full bg-muted sm:block">
        <span
          className="block h-full rounded-full"
          style={{ width: `${probability * 100}%`, background: BAND_COLOUR[band ?? "LOW"] }}
        />
      </span>
    </span>
  );
}
