import type { ReactNode } from "react";
import { RequireSession } from "@/components/auth/require-session";
import { AppShell } from "@/components/layout/app-shell";

export default function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell>
      <RequireSession>{children}</RequireSession>
    </AppShell>
  );
}
