import { Skeleton } from "@/components/ui/skeleton";

/** Stands in until it is known who looks and at what. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-2 h-6 w-44" />
      <Skeleton className="mb-5 h-4 w-64" />
      <Skeleton className="h-[60vh] rounded-xl" />
    </div>
  );
}
