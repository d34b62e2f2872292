import Link from "next/link";
import { RiskBadge } from "@/components/risk/risk-badge";
import type { BandShare } from "@/lib/api/schema";
import { formatCount, formatShare } from "@/lib/format";
import { BAND_COLOUR } from "@/lib/risk";

export function BandShares({ bands, scored }: { bands: readonly BandShare[]; scored: number }) {
  return (
    <div className="px-4 pb-4">
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-muted">
        {bands.map(({ band, customers }) => (
          <span
            key={band}
            style={{ width: `${(100 * customers) / scored}%`, background: BAND_COLOUR[band] }}
          />
        ))}
      </div>
      <ul aria-label="Risk bands" className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {bands.map(({ band, customers, from, to }) => (
          <li key={band} title={`${from.toFixed(2)} to ${to.toFixed(2)}`}>
            <Link
              href={`/customers?band=${band}`}
              className="rounded-sm outline-offset-4 hover:underline focus-visible:outline-2"
            >
              <RiskBadge band={band} />
            </Link>
            <p className="mt-0.5">
              <span className="font-semibold" data-band={band}>
                {formatCount(customers)}
              </span>{" "}
              <span className="text-xs text-muted-foreground">{formatShare(customers / scored)}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
