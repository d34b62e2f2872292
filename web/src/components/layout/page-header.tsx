import type { ReactNode } from "react";

type Props = { title: ReactNode; description: ReactNode; children?: ReactNode };

/** The title of a page; children are its actions. */
export function PageHeader({ title, description, children }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        <div className="min-h-5 text-muted-foreground">{description}</div>
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}
