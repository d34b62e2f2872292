import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "@/lib/api/problem";

const RETRIES = 1;

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 1000, retry: isWorthRetrying },
      // A change is sent now or fails: the server may well be on this machine when the browser is offline.
      mutations: { networkMode: "always" },
    },
  });
}

/** The same question gets the same refusal; only a server in trouble may think better of it. */
function isWorthRetrying(failures: number, error: Error) {
  const refused = error instanceof ProblemError && error.status < 500;
  return !refused && failures < RETRIES;
}
