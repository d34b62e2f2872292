import { Skeleton } from "@/components/ui/skeleton";

/** As high as what replaces it, so that nothing jumps. */
export function DashboardSkeleton() {
  return (
    <div role="status" aria-label="Loading the dashboard" className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {["customers", "high-risk", "mean", "value"].map((card) => (
          <Skeleton key={card} className="h-26 rounded-xl" />
        ))}
      </div>
      <div className="grid gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Skeleton className="h-94 rounded-xl" />
        <Skeleton className="h-94 rounded-xl" />
      </div>
      <Skeleton className="h-112 rounded-xl" />
    </div>
  );
}
