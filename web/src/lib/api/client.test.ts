import { beforeEach, expect, test } from "vitest";
import { api } from "@/lib/api/client";
import { answerOf, causeOf, fieldErrorsOf, ProblemError } from "@/lib/api/problem";
import { updateCustomer } from "@/lib/api/queries";
import { closeSession, openSession, sessionState } from "@/lib/auth/session";
import { FakeApi } from "@/test/fake-api";
import { adminSession } from "@/test/fixtures";
import { signInAsAdmin } from "@/test/render-page";

let fake: FakeApi;

beforeEach(() => {
  fake = FakeApi.install();
  signInAsAdmin(fake);
});

const fetchDashboard = () => answerOf(api.GET("/api/risk/dashboard/"));

test("an expired token is renewed once and the request sent again with its body", async () => {
  fake.validToken = "another token";

  await updateCustomer(15634602, { balance: 10 });

  const attempts = fake.callsTo("PATCH /api/customers/15634602/");
  expect(attempts.map((call) => call.token)).toEqual(["first-token", "token-1"]);
  expect(attempts.map((call) => call.body)).toEqual([
    { profile: { balance: 10 } },
    { profile: { balance: 10 } },
  ]);
});

test("requests that fail together share one renewal", async () => {
  fake.validToken = "another token";

  await Promise.all([fetchDashboard(), fetchDashboard(), fetchDashboard()]);

  expect(fake.callsTo("POST /api/auth/refresh/")).toHaveLength(1);
});

test("a token about to expire is renewed before it is used", async () => {
  openSession({ ...adminSession, expires_in: 10 });

  await fetchDashboard();

  expect(fake.callsTo("GET /api/risk/dashboard/").map((call) => call.token)).toEqual(["token-1"]);
});

test("when the session is over, the refusal reaches the page and the session is closed", async () => {
  fake.validToken = "another token";
  fake.hasRefreshCookie = false;

  await expect(fetchDashboard()).rejects.toBeInstanceOf(ProblemError);

  expect(sessionState()).toBe("signed-out");
});

test("a request that was on its way when the person signed out does not sign in again", async () => {
  fake.validToken = "another token";

  const underway = fetchDashboard();
  closeSession();

  await expect(underway).rejects.toMatchObject({ status: 401 });
  expect(sessionState()).toBe("signed-out");
  expect(fake.callsTo("POST /api/auth/refresh/")).toEqual([]);
});

test("a server in trouble signs nobody out", async () => {
  fake.validToken = "another token";
  fake.refuse("POST /api/auth/refresh/", 503, "Down for a moment");

  await expect(fetchDashboard()).rejects.toMatchObject({ status: 503 });

  expect(sessionState()).toMatchObject({ username: "admin" });
});

test("an answer that is no problem document still names its status", async () => {
  fake.refusals.set(
    "GET /api/risk/dashboard/",
    new Response("<html>", { status: 502, statusText: "Bad Gateway" }),
  );

  const failure = await fetchDashboard().catch((error: unknown) => error);

  expect(causeOf(failure)).toEqual({ title: "The server failed (502)", detail: "Bad Gateway" });
});

test("field errors are found by the name behind their JSON pointer", () => {
  const errors = [
    { pointer: "/profile/age", detail: "too young" },
    { pointer: "#/customer_id", detail: "taken" },
  ];
  const refused = { type: "about:blank", title: "Refused", status: 400, detail: null, instance: null };
  const error = new ProblemError({ ...refused, errors });

  expect([...fieldErrorsOf(error)]).toEqual([
    ["age", "too young"],
    ["customer_id", "taken"],
  ]);
});
