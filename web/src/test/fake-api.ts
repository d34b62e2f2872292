import { vi } from "vitest";
import type { CustomerDetail, CustomerSummary, RiskDashboard, Session } from "@/lib/api/schema";
import { adminSession, customerDetail, dashboard, leavingCustomer } from "@/test/fixtures";

type Call = { method: string; path: string; search: URLSearchParams; body: unknown; token: string | null };

/** The API as its contract describes it, with one user and a handful of customers, in place of `fetch`. */
export class FakeApi {
  password = "a long enough secret";
  mustChangePassword = false;
  hasRefreshCookie = false;
  validToken = "";
  dashboard: RiskDashboard = dashboard();
  list: CustomerSummary[] = [leavingCustomer()];
  customer: CustomerDetail = customerDetail();
  calls: Call[] = [];
  /** What to answer instead of the next successful answers, by "METHOD path". */
  refusals = new Map<string, Response>();
  private issuedTokens = 0;

  static install() {
    const fake = new FakeApi();
    vi.stubGlobal("fetch", (request: Request) => fake.answer(request));
    return fake;
  }

  /** The calls to an operation, named "METHOD path". */
  callsTo(operation: string) {
    return this.calls.filter(({ method, path }) => `${method} ${path}` === operation);
  }

  refuse(operation: string, status: number, title: string, errors?: { pointer: string; detail: string }[]) {
    this.refusals.set(operation, problem(status, title, errors));
  }

  private async answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    const body = text === "" ? undefined : JSON.parse(text);
    const token = request.headers.get("Authorization")?.replace("Bearer ", "") ?? null;
    this.calls.push({ method: request.method, path: pathname, search: searchParams, body, token });

    const operation = `${request.method} ${pathname}`;
    const refusal = this.refusals.get(operation);
    if (refusal) return refusal.clone();
    if (pathname.startsWith("/api/auth/") && request.headers.get("X-Requested-With") !== "churnwatch") {
      return problem(403, "The header X-Requested-With is missing");
    }
    if (operation === "POST /api/auth/login/") return this.login(body);
    if (operation === "POST /api/auth/refresh/") return this.refresh();
    if (token !== this.validToken || token === "") return problem(401, "Not signed in");
    return this.answerSignedIn(operation, body);
  }

  private answerSignedIn(operation: string, body: { current_password: string; new_password: string }) {
    switch (operation) {
      case "POST /api/auth/logout/":
        this.hasRefreshCookie = false;
        return new Response(null, { status: 204 });
      case "POST /api/auth/password/":
        if (body.current_password !== this.password) return problem(401, "The current password is wrong");
        this.password = body.new_password;
        this.mustChangePassword = false;
        return Response.json(this.openSession());
      case "GET /api/risk/dashboard/":
        return Response.json(this.dashboard);
      case "GET /api/customers/":
        return Response.json({ items: this.list, next: null });
      case "POST /api/customers/":
        return Response.json(this.customer, { status: 201 });
      case `GET /api/customers/${this.customer.customer_id}/`:
      case `PATCH /api/customers/${this.customer.customer_id}/`:
        return Response.json(this.customer);
      default:
        return problem(404, "No such thing");
    }
  }

  private login({ username, password }: { username: string; password: string }) {
    if (username !== "admin" || password !== this.password)
      return problem(401, "Wrong user name or password");
    return Response.json(this.openSession());
  }

  private refresh() {
    return this.hasRefreshCookie ? Response.json(this.openSession()) : problem(401, "No session");
  }

  private openSession(): Session {
    this.hasRefreshCookie = true;
    this.validToken = `token-${++this.issuedTokens}`;
    return { ...adminSession, access_token: this.validToken, must_change_password: this.mustChangePassword };
  }
}

function problem(status: number, title: string, errors?: { pointer: string; detail: string }[]) {
  const body = { type: "about:blank", title, status, detail: null, instance: null, errors: errors ?? null };
  return Response.json(body, { status, headers: { "Content-Type": "application/problem+json" } });
}
