import { useSyncExternalStore } from "react";

/** Live pages ask again this often while they are visible. */
export const POLL_MILLIS = 2000;
export const STALE_AFTER_MILLIS = 10_000;

export type LiveState = "live" | "stale" | "paused" | "connecting";

let paused = false;
const listeners = new Set<() => void>();

/** Pausing holds for all pages until it is lifted, so that a person can read on in peace. */
export function setPaused(next: boolean) {
  paused = next;
  listeners.forEach((listener) => listener());
}

export function usePaused(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => paused,
    () => false,
  );
}

/** Makes a query live; react-query itself rests while the page is hidden. */
export function usePolling(everyMillis = POLL_MILLIS) {
  const running = !usePaused();
  return { refetchInterval: running && everyMillis, refetchOnWindowFocus: running };
}

export function liveStateAt(nowMillis: number, answeredAtMillis: number, isPaused: boolean): LiveState {
  if (isPaused) return "paused";
  if (answeredAtMillis === 0) return "connecting";
  return nowMillis - answeredAtMillis > STALE_AFTER_MILLIS ? "stale" : "live";
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
