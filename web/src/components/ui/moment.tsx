"use client";

import { formatAge, formatMoment, formatUtc } from "@/lib/format";
import { useNow } from "@/lib/use-now";

type Props = { iso: string; className?: string };

/** A date in the reader's language and zone; the tooltip has it in UTC, as it stands in the records. */
export function Moment({ iso, className }: Props) {
  return (
    <time dateTime={iso} title={formatUtc(iso)} className={className}>
      {formatMoment(iso)}
    </time>
  );
}

export function Age({ iso, className }: Props) {
  const now = useNow();
  return (
    <time dateTime={iso} title={`${formatMoment(iso)} · ${formatUtc(iso)}`} className={className}>
      {formatAge(iso, now)}
    </time>
  );
}
