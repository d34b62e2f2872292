import { screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { RiskDashboard } from "@/components/risk/risk-dashboard";
import { FakeApi } from "@/test/fake-api";
import { dashboard } from "@/test/fixtures";
import { renderPage, signInAsAdmin } from "@/test/render-page";

let fake: FakeApi;

beforeEach(() => {
  fake = FakeApi.install();
  signInAsAdmin(fake);
});

test("shows the numbers of the day", async () => {
  renderPage(<RiskDashboard />);

  expect(await screen.findByText("10 of 12 customers scored ·", { exact: false })).toHaveTextContent(
    "gbt-2026.11.3",
  );
  expect(screen.getByText("25.0% churn rate · 3 left")).toBeVisible();
  expect(screen.getByText("20.0% of scored · above 0.70")).toBeVisible();
  expect(screen.getByText("0.287")).toBeVisible();
  expect(screen.getByText("€1.3M")).toBeVisible();
});

test("draws the course of what has moved in the last six hours", async () => {
  renderPage(<RiskDashboard />);

  await screen.findByText("Mean churn risk");
  const courses = screen.getAllByTitle("The last six hours");
  expect(courses).toHaveLength(3); // as many customers were scored all the time
  const chart = await screen.findByRole("img", {
    name: "Mean risk and share of high-risk customers over time",
  });
  expect(chart.querySelectorAll("polyline")).toHaveLength(2);
  expect(within(chart).getByText("30.0%")).toBeInTheDocument();
});

test("draws no course before anybody had a score", async () => {
  fake.dashboard = dashboard({ trend: [] });

  renderPage(<RiskDashboard />);

  await screen.findByText("Mean churn risk");
  expect(screen.queryByTitle("The last six hours")).not.toBeInTheDocument();
  expect(screen.getByText("No course yet")).toBeVisible();
});

test("draws the distribution with the alert threshold and the share of each band", async () => {
  renderPage(<RiskDashboard />);

  const histogram = await screen.findByRole("img", { name: "Customers by churn probability" });
  expect(histogram.querySelectorAll("rect")).toHaveLength(20);
  expect(within(histogram).getByText("alert above 0.70 · 2")).toBeInTheDocument();
  const shares = screen.getByRole("list", { name: "Risk bands" });
  expect(
    within(shares)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["Low6 60.0%", "Medium1 10.0%", "High1 10.0%", "Critical2 20.0%"]);
});

test("leads from a high-risk customer and from a crossing to the customer", async () => {
  renderPage(<RiskDashboard />);

  expect(await screen.findByRole("link", { name: "Hargrave" })).toHaveAttribute(
    "href",
    "/customers/view?id=15634602",
  );
  expect(screen.getByRole("link", { name: "Bartlett" })).toHaveAttribute(
    "href",
    "/customers/view?id=15592531",
  );
});

test("a geography that is not known has no link to follow", async () => {
  renderPage(<RiskDashboard />);

  const table = await screen.findByRole("region", { name: "Geographies" });
  expect(within(table).getByRole("link", { name: "France" })).toHaveAttribute(
    "href",
    "/customers?geography=France",
  );
  expect(within(table).getByText("not known")).toBeVisible();
});

test("leads from the champion to its run in MLflow and to the experiment", async () => {
  renderPage(<RiskDashboard />);

  expect(await screen.findByRole("link", { name: "Run" })).toHaveAttribute(
    "href",
    "https://mlflow.bank.example/#/experiments/1/runs/0a1b",
  );
  expect(screen.getByRole("link", { name: "Experiment" })).toHaveAttribute(
    "href",
    "https://mlflow.bank.example/#/experiments/1",
  );
});

test("a champion that MLflow does not have yet leads nowhere", async () => {
  const model = dashboard().model;
  fake.dashboard = dashboard({
    model: model && { ...model, mlflow_run_url: null, mlflow_experiment_url: null },
  });
  renderPage(<RiskDashboard />);

  await screen.findByText("Champion model");
  expect(screen.queryByText("In MLflow")).not.toBeInTheDocument();
});

test("says that scores wait for the first model", async () => {
  fake.dashboard = dashboard({
    scored: 0,
    model: null,
    mean_probability: null,
    high_risk_customers: [],
    recent_changes: [],
  });
  renderPage(<RiskDashboard />);

  expect(await screen.findByText("Waiting for the first model")).toBeVisible();
  expect(screen.getByText("No crossings yet")).toBeVisible();
});

test("says that there are no customers", async () => {
  fake.dashboard = dashboard({ customers: 0, churn_rate: null });
  renderPage(<RiskDashboard />);

  expect(await screen.findByText("No customers yet")).toBeVisible();
});

test("names the cause of a failure and tries again on request", async () => {
  fake.refuse("GET /api/risk/dashboard/", 403, "Your account is limited to other geographies");
  const user = renderPage(<RiskDashboard />);

  expect(await screen.findByText("Not allowed")).toBeVisible();
  fake.refusals.clear();
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("0.287")).toBeVisible();
});

test("pausing is said and can be undone", async () => {
  const user = renderPage(<RiskDashboard />);
  await screen.findByText("0.287");
  expect(screen.getByText("Live")).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Pause" }));

  expect(screen.getByText("Paused")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Resume" }));
  expect(screen.getByText("Live")).toBeVisible();
});
