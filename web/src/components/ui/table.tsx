import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Scrolls sideways by itself on narrow screens, by keyboard too, so that the page never does. */
export function Table({ label, className, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    <div className="overflow-x-auto rounded-b-xl" role="region" aria-label={label} tabIndex={0}>
      <table className={cn("w-full border-collapse whitespace-nowrap", className)} {...props} />
    </div>
  );
}

export function HeaderCell({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn(
        "h-8 border-y px-1.5 text-left text-xs font-medium text-muted-foreground first:pl-4 last:pr-4 sm:px-3",
        className,
      )}
      {...props}
    />
  );
}

export function Cell({ className, ...props }: ComponentProps<"td">) {
  return <td className={cn("h-9 border-t px-1.5 first:pl-4 last:pr-4 sm:px-3", className)} {...props} />;
}

export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("hover:bg-muted/50 [&:first-child>td]:border-t-0", className)} {...props} />;
}
