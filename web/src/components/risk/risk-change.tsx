import { cn } from "@/lib/cn";
import { formatPoints, NOT_KNOWN } from "@/lib/format";

/** A change of probability; rising is bad here, whatever the direction of the arrow suggests. */
export function RiskChange({ points, className }: { points: number | null | undefined; className?: string }) {
  if (points == null) return <span className={cn("text-muted-foreground", className)}>{NOT_KNOWN}</span>;
  const text = formatPoints(points);
  const rising = text.startsWith("+");
  const falling = text.startsWith("−");
  return (
    <span
      className={cn(
        "inline-flex items-baseline gap-1.5 font-mono whitespace-nowrap",
        rising ? "text-risk-high-fg" : falling ? "text-success" : "text-muted-foreground",
        className,
      )}
    >
      {(rising || falling) && (
        <span aria-hidden className="text-[9px]">
          {rising ? "▲" : "▼"}
        </span>
      )}
      {text}
    </span>
  );
}
