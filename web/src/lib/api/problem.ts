import type { Problem } from "@/lib/api/schema";

/** A refusal by the API, as RFC 9457 describes it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
  }

  get status() {
    return this.problem.status;
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a successful answer; anything else is thrown as a ProblemError. */
export async function answerOf<T>(pending: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await pending;
  if (response.ok) return data as T;
  throw new ProblemError(problemOf(error, response));
}

/** Proxies and crashed servers answer with pages or nothing at all, so a problem must be made up for them. */
export function problemOf(body: unknown, response: Response): Problem {
  if (isProblem(body)) return body;
  const title = response.statusText || "No reason given";
  return { type: "about:blank", title, status: response.status, detail: null, instance: null, errors: null };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "title" in body && "status" in body;
}

export type FailureCause = { title: string; detail: string };

/** What went wrong, in words that tell a person what to do next. */
export function causeOf(error: unknown): FailureCause {
  if (error instanceof ProblemError) return causeOfProblem(error.problem);
  if (error instanceof TypeError) {
    return { title: "Churnwatch does not answer", detail: "The server cannot be reached from this browser." };
  }
  return { title: "Something broke in this page", detail: String(error) };
}

function causeOfProblem({ status, title, detail }: Problem): FailureCause {
  if (status === 403) return { title: "Not allowed", detail: detail ?? "Your role does not permit this." };
  if (status === 429)
    return { title: "Too many requests", detail: detail ?? "Wait a moment, then try again." };
  if (status >= 500) return { title: `The server failed (${status})`, detail: detail ?? title };
  return { title, detail: detail ?? `The server answered ${status}.` };
}

/** Field errors by the path below `/profile`, or below the root: "/profile/age" → "age". */
export function fieldErrorsOf(error: unknown): Map<string, string> {
  if (!(error instanceof ProblemError)) return new Map();
  return new Map((error.problem.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), detail]));
}

function fieldOf(pointer: string) {
  return pointer
    .replace(/^#/, "")
    .replace(/^\/(profile\/)?/, "")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}
