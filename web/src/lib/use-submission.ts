import { useState } from "react";

/** Runs what a form does when it is sent, and keeps the failure for the form to show. */
export function useSubmission<Values>(run: (values: Values) => Promise<unknown>) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (values: Values) => {
    setPending(true);
    setError(null);
    try {
      await run(values);
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  };
  return { submit, pending, error };
}
