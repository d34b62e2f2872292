import { CircleAlert, type LucideIcon, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { causeOf } from "@/lib/api/problem";
import { cn } from "@/lib/cn";

type NoticeProps = {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Fills the place of content that is not there, and says why. */
export function Notice({ icon: Icon, title, children, action, className }: NoticeProps) {
  return (
    <div className={cn("flex flex-col items-center gap-1 px-6 py-10 text-center", className)}>
      <Icon aria-hidden className="mb-1.5 size-6 text-muted-foreground" strokeWidth={1.5} />
      <p className="text-sm font-medium">{title}</p>
      <p className="max-w-sm text-xs text-pretty text-muted-foreground">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

type FailureProps = { error: unknown; onRetry: () => void; className?: string };

export function FailureNotice({ error, onRetry, className }: FailureProps) {
  const { title, detail } = causeOf(error);
  return (
    <div role="alert">
      <Notice
        icon={CircleAlert}
        title={title}
        className={className}
        action={
          <Button onClick={onRetry}>
            <RotateCw /> Try again
          </Button>
        }
      >
        {detail}
      </Notice>
    </div>
  );
}

/** One line above content that is still shown although its latest update failed; or inside a form that was refused. */
export function ProblemLine({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail } = causeOf(error);
  return (
    <div
      role="alert"
      className="flex items-center gap-2.5 rounded-md border border-destructive/40 bg-destructive/8 px-3 py-2"
    >
      <CircleAlert aria-hidden className="size-4 shrink-0 text-destructive" />
      <p className="min-w-0 flex-1 text-xs">
        <span className="font-medium">{title}.</span> {detail !== title && detail}
      </p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
