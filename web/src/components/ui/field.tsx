import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

type ControlProps = { id: string; "aria-invalid": boolean; "aria-describedby": string | undefined };
type Props = {
  label: string;
  hint?: string;
  error?: string;
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** A labelled control, with its hint or the reason why its value is refused tied to it for screen readers. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      {children({ id, "aria-invalid": error !== undefined, "aria-describedby": note ? noteId : undefined })}
      {note && (
        <p id={noteId} className={cn("text-xs", error ? "text-destructive" : "text-muted-foreground")}>
          {note}
        </p>
      )}
    </div>
  );
}
