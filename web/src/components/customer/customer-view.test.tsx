import { screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { CustomerView } from "@/components/customer/customer-view";
import { openSession } from "@/lib/auth/session";
import { FakeApi } from "@/test/fake-api";
import { adminSession, customerDetail, firstScore } from "@/test/fixtures";
import { renderPage, signInAsAdmin } from "@/test/render-page";

// jsdom has no canvas to draw on; the end-to-end test looks at the real chart.
vi.mock("@/components/customer/timeline-chart", () => ({ default: () => null }));

const PATCH = "PATCH /api/customers/15634602/";
let fake: FakeApi;

beforeEach(() => {
  fake = FakeApi.install();
  signInAsAdmin(fake);
});

test("shows the profile, the score and its history", async () => {
  const second = firstScore({
    event_id: "event-2",
    sequence: 2,
    risk_change: 12.34,
    data_change: 0.09,
    cause: "UPDATE",
  });
  fake.customer = customerDetail({ history: [second, firstScore()] });
  renderPage(<CustomerView />, "?id=15634602");

  expect(await screen.findByRole("heading", { name: /Hargrave/ })).toHaveTextContent("15634602");
  expect(screen.getByText("€125,510.82")).toBeVisible();
  const rows = within(screen.getByRole("region", { name: "Score history" })).getAllByRole("row");
  expect(rows).toHaveLength(3);
  expect(rows[1]).toHaveTextContent("+12.3%");
  expect(rows[1]).toHaveTextContent("+0.090");
  expect(rows[1]).toHaveTextContent("Customer update");
});

test("says honestly that a score came without reasons, and that no alert was raised", async () => {
  renderPage(<CustomerView />, "?id=15634602");

  expect(await screen.findByText("No reasons for this score")).toBeVisible();
  expect(screen.getByText("No alerts")).toBeVisible();
});

test("an edit sends only what was changed", async () => {
  const user = renderPage(<CustomerView />, "?id=15634602");
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const balance = screen.getByLabelText("Balance (€)");

  await user.clear(balance);
  await user.type(balance, "250");
  await user.click(screen.getByRole("button", { name: "Save changes" }));

  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(fake.callsTo(PATCH).map((call) => call.body)).toEqual([{ profile: { balance: 250 } }]);
});

test("what the server refuses stands at its field", async () => {
  fake.refuse(PATCH, 400, "Some fields are refused", [
    { pointer: "/profile/age", detail: "is not plausible" },
  ]);
  const user = renderPage(<CustomerView />, "?id=15634602");
  await user.click(await screen.findByRole("button", { name: "Edit" }));

  await user.clear(screen.getByLabelText("Age"));
  await user.type(screen.getByLabelText("Age"), "119");
  await user.click(screen.getByRole("button", { name: "Save changes" }));

  expect(await screen.findByText("is not plausible")).toBeVisible();
  expect(screen.getByLabelText("Age")).toBeInvalid();
  expect(screen.getByLabelText("Age")).toHaveAccessibleDescription("is not plausible");
});

test("what is out of range never leaves the page", async () => {
  const user = renderPage(<CustomerView />, "?id=15634602");
  await user.click(await screen.findByRole("button", { name: "Edit" }));

  await user.clear(screen.getByLabelText("Age"));
  await user.type(screen.getByLabelText("Age"), "12");
  await user.click(screen.getByRole("button", { name: "Save changes" }));

  expect(await screen.findByText("Between 18 and 120")).toBeVisible();
  expect(fake.callsTo(PATCH)).toEqual([]);
});

test("a viewer sees the customer but cannot edit", async () => {
  openSession({ ...adminSession, role: "VIEWER" });
  renderPage(<CustomerView />, "?id=15634602");

  await screen.findByRole("heading", { name: /Hargrave/ });

  expect(screen.queryByRole("button", { name: "Edit" })).not.toBeInTheDocument();
});

test("a customer that does not exist is called so", async () => {
  renderPage(<CustomerView />, "?id=404");

  expect(await screen.findByText("There is no such customer")).toBeVisible();
});
