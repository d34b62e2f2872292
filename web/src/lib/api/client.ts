import createClient from "openapi-fetch";
import { connection } from "@/lib/api/connection";
import { refreshSession } from "@/lib/auth/refresh";
import { type OpenSession, sessionState } from "@/lib/auth/session";
import type { paths } from "@/types/api";

const RENEW_BEFORE_EXPIRY_MILLIS = 15_000;

export const api = createClient<paths>({ ...connection, fetch: authorizedFetch });

/** Sends with the access token; on a 401 renews the session once and sends again. */
async function authorizedFetch(request: Request): Promise<Response> {
  const session = await currentSession();
  // A body can be read only once, so the copy for a second attempt is taken before the first.
  const again = request.clone();
  const response = await fetch(signed(request, session));
  if (response.status !== 401) return response;
  const renewed = await renewedSince(session);
  return renewed ? fetch(signed(again, renewed)) : response;
}

async function currentSession(): Promise<OpenSession | null> {
  const state = sessionState();
  if (state === "signed-out") return null;
  if (state === "unknown" || state.expiresAt - Date.now() < RENEW_BEFORE_EXPIRY_MILLIS)
    return refreshSession();
  return state;
}

/** While this request was on its way, another may have renewed the session, or the person may have signed out. */
async function renewedSince(session: OpenSession | null): Promise<OpenSession | null> {
  const state = sessionState();
  if (state === "signed-out") return null;
  if (typeof state === "object" && state.access_token !== session?.access_token) return state;
  return refreshSession();
}

function signed(request: Request, session: OpenSession | null): Request {
  if (session) request.headers.set("Authorization", `Bearer ${session.access_token}`);
  return request;
}
