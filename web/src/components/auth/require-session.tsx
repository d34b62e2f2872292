"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { PageSkeleton } from "@/components/layout/page-skeleton";
import { FailureNotice } from "@/components/ui/notice";
import { restoreSession } from "@/lib/auth/refresh";
import { type SessionState, useSession } from "@/lib/auth/session";

/** Shows its children to those who are signed in, and sends everyone else to the login page and back again. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);

  const restore = useCallback(() => {
    setFailure(null);
    restoreSession().catch(setFailure);
  }, []);

  useEffect(() => {
    restoreSession().catch(setFailure);
  }, []);

  useEffect(() => {
    if (session === "unknown" || isUsable(session)) return;
    // The next person at this browser must not see what this one was allowed to see.
    queryClient.clear();
    router.replace(loginWithReturn());
  }, [session, router, queryClient]);

  if (failure) return <FailureNotice error={failure} onRetry={restore} className="py-32" />;
  return isUsable(session) ? children : <PageSkeleton />;
}

function isUsable(session: SessionState) {
  return typeof session === "object" && !session.must_change_password;
}

function loginWithReturn() {
  const here = location.pathname + location.search;
  return (here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`) as Route;
}
