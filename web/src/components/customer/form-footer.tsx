import { ProblemLine } from "@/components/ui/notice";
import { Button } from "@/components/ui/button";
import { fieldErrorsOf } from "@/lib/api/problem";

type Props = {
  action: string;
  pending: boolean;
  error: unknown;
  fields: readonly string[];
  onCancel: () => void;
};

/** The buttons of a dialog's form, and what was refused for reasons that no single field shows. */
export function FormFooter({ action, pending, error, fields, onCancel }: Props) {
  const refused = [...fieldErrorsOf(error).keys()];
  const isShownAtFields = refused.length > 0 && refused.every((name) => fields.includes(name));
  return (
    <div className="grid gap-3 border-t px-5 py-4">
      {error !== null && !isShownAtFields && <ProblemLine error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={pending}>
          {pending ? "Saving…" : action}
        </Button>
      </div>
    </div>
  );
}
