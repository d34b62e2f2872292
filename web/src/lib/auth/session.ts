import { useSyncExternalStore } from "react";
import type { Role, Session } from "@/lib/api/schema";

/** The access token lives in this module only: neither storage nor the DOM ever sees it. */
export type OpenSession = Session & { expiresAt: number };
export type SessionState = "unknown" | "signed-out" | OpenSession;

const SIGNED_IN_HERE = "churnwatch.signed-in";

let state: SessionState = "unknown";
const listeners = new Set<() => void>();

export function sessionState(): SessionState {
  return state;
}

export function openSession(session: Session): OpenSession {
  const opened = { ...session, expiresAt: Date.now() + session.expires_in * 1000 };
  localStorage.setItem(SIGNED_IN_HERE, "yes");
  change(opened);
  return opened;
}

export function closeSession() {
  localStorage.removeItem(SIGNED_IN_HERE);
  change("signed-out");
}

/** Forgets what this page knows, as a reload does. */
export function forgetSession() {
  change("unknown");
}

/** The refresh cookie is invisible to scripts; without this mark every first visit would begin with a refused refresh. */
export function maySignInSilently() {
  return localStorage.getItem(SIGNED_IN_HERE) !== null;
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, sessionState, () => "unknown");
}

export function useMayEdit(): boolean {
  const session = useSession();
  return typeof session === "object" && mayEdit(session.role);
}

function mayEdit(role: Role) {
  return role === "ANALYST" || role === "ADMIN";
}

function change(next: SessionState) {
  state = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
