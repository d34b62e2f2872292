"use client";

import { FailureNotice } from "@/components/ui/notice";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return <FailureNotice error={error} onRetry={reset} className="py-32" />;
}
