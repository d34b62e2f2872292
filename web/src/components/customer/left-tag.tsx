import { cn } from "@/lib/cn";

/** Marks customers who have left the bank already. */
export function LeftTag({ className }: { className?: string }) {
  return (
    <span
      className={cn(
        "rounded bg-muted px-1.5 py-0.5 text-[11px] font-medium text-muted-foreground",
        className,
      )}
    >
      Left
    </span>
  );
}
