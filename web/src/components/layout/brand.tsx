import { Gauge } from "lucide-react";

export function Brand() {
  return (
    <span className="flex items-center gap-2.5 text-[15px] font-semibold tracking-tight">
      <span className="grid size-7 place-items-center rounded-md bg-primary text-primary-foreground">
        <Gauge aria-hidden className="size-4" />
      </span>
      Churnwatch
    </span>
  );
}
