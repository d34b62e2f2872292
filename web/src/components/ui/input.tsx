import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const box =
  "border-input bg-card h-8 w-full min-w-0 rounded-md border px-2.5 outline-offset-1 focus-visible:outline-2 aria-invalid:border-destructive disabled:opacity-60 placeholder:text-muted-foreground";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(box, className)} {...props} />;
}

/** The browser's own list: it works with every keyboard, screen reader and phone. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(box, "appearance-none truncate pr-8")} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-2 right-2.5 size-4 text-muted-foreground"
      />
    </span>
  );
}
