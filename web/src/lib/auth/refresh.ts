import createClient from "openapi-fetch";
import { connection } from "@/lib/api/connection";
import { answerOf, ProblemError } from "@/lib/api/problem";
import {
  closeSession,
  maySignInSilently,
  type OpenSession,
  openSession,
  sessionState,
} from "@/lib/auth/session";
import type { paths } from "@/types/api";

/** Talks to the endpoints that read or set the refresh cookie; carries no access token and never retries. */
export const cookieApi = createClient<paths>({ ...connection, fetch: (request) => fetch(request) });

let refreshing: Promise<OpenSession | null> | null = null;

/** Renews the session once, however many requests ask for it at the same time. Null: signed out. */
export function refreshSession(): Promise<OpenSession | null> {
  refreshing ??= oneTabAtATime(renew).finally(() => (refreshing = null));
  return refreshing;
}

/** After a reload: reopens the session from the cookie where there may be one. */
export async function restoreSession() {
  if (sessionState() !== "unknown") return;
  if (!maySignInSilently()) return closeSession();
  await refreshSession();
}

async function renew(): Promise<OpenSession | null> {
  try {
    return openSession(await answerOf(cookieApi.POST("/api/auth/refresh/")));
  } catch (error) {
    // Only a refusal ends the session; a server that is down for a moment must not sign anyone out.
    if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 429) throw error;
    closeSession();
    return null;
  }
}

/** The cookie rotates on each use: two tabs that present the same one look like a stolen token. */
function oneTabAtATime<T>(task: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return task();
  return navigator.locks.request("churnwatch.refresh", task) as Promise<T>;
}
