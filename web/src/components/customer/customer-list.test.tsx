import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { CustomerList } from "@/components/customer/customer-list";
import { FakeApi } from "@/test/fake-api";
import { navigation } from "@/test/navigation";
import { renderPage, signInAsAdmin } from "@/test/render-page";

const LIST = "GET /api/customers/";
let fake: FakeApi;

beforeEach(() => {
  fake = FakeApi.install();
  signInAsAdmin(fake);
});

test("the filters in the address are the filters of the list", async () => {
  renderPage(<CustomerList />, "?q=Har&band=CRITICAL&geography=France&who=here&sort=customer_id");

  expect(await screen.findByRole("link", { name: "Hargrave" })).toBeVisible();
  expect(Object.fromEntries(fake.callsTo(LIST)[0]!.search)).toEqual({
    limit: "50",
    q: "Har",
    band: "CRITICAL",
    geography: "France",
    exited: "false",
    sort: "customer_id",
  });
});

test("typing searches once the typing stops", async () => {
  const user = renderPage(<CustomerList />);
  await screen.findByRole("link", { name: "Hargrave" });

  await user.type(screen.getByLabelText("Surname or customer number"), "har");

  await waitFor(() => expect(fake.callsTo(LIST).map((call) => call.search.get("q"))).toEqual([null, "har"]));
});

test("no match is said, and clearing the filters is offered", async () => {
  fake.list = [];
  renderPage(<CustomerList />, "?q=Nobody");

  expect(await screen.findByText("No customer matches")).toBeVisible();
  expect(screen.getByRole("button", { name: "Clear filters" })).toBeVisible();
});

test("a new customer is sent with what is known and then shown", async () => {
  const user = renderPage(<CustomerList />);
  await user.click(await screen.findByRole("button", { name: "New customer" }));

  await user.type(screen.getByLabelText("Customer number"), "15634602");
  await user.type(screen.getByLabelText("Surname"), "Hargrave");
  await user.selectOptions(screen.getByLabelText("Active member"), "Yes");
  await user.click(screen.getByRole("button", { name: "Create customer" }));

  await waitFor(() => expect(navigation.visited).toEqual(["/customers/view?id=15634602"]));
  expect(fake.callsTo("POST /api/customers/")[0]!.body).toEqual({
    customer_id: 15634602,
    profile: { surname: "Hargrave", is_active_member: true },
  });
});

test("a number that is taken is refused in words", async () => {
  fake.refuse("POST /api/customers/", 409, "The customer id is taken");
  const user = renderPage(<CustomerList />);
  await user.click(await screen.findByRole("button", { name: "New customer" }));

  await user.type(screen.getByLabelText("Customer number"), "15634602");
  await user.click(screen.getByRole("button", { name: "Create customer" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("The customer id is taken");
});
