import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { LoginScreen } from "@/components/auth/login-screen";
import { RequireSession } from "@/components/auth/require-session";
import { openSession, sessionState } from "@/lib/auth/session";
import { signOut } from "@/lib/auth/sign-in";
import { FakeApi } from "@/test/fake-api";
import { adminSession } from "@/test/fixtures";
import { navigation } from "@/test/navigation";
import { renderPage, signInAsAdmin } from "@/test/render-page";

let fake: FakeApi;

beforeEach(() => {
  fake = FakeApi.install();
});

async function signInWith(user: ReturnType<typeof renderPage>, password: string) {
  await user.type(screen.getByLabelText("User name"), "admin");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

test("signing in leads back to the page that asked for it", async () => {
  const user = renderPage(<LoginScreen />, "?next=%2Fcustomers%3Fband%3DHIGH");

  await signInWith(user, fake.password);

  await waitFor(() => expect(navigation.visited).toEqual(["/customers?band=HIGH"]));
});

test("a return path to another site is not followed", async () => {
  const user = renderPage(<LoginScreen />, "?next=%2F%2Fevil.example%2Fsteal");

  await signInWith(user, fake.password);

  await waitFor(() => expect(navigation.visited).toEqual(["/"]));
});

test("a wrong password is refused in words, and nothing is opened", async () => {
  const user = renderPage(<LoginScreen />);

  await signInWith(user, "not the password");

  expect(await screen.findByRole("alert")).toHaveTextContent("Wrong user name or password");
  expect(sessionState()).toBe("unknown");
});

test("a one-time password must be changed before the pages open", async () => {
  fake.mustChangePassword = true;
  const user = renderPage(<LoginScreen />);
  await signInWith(user, fake.password);

  await user.type(await screen.findByLabelText("New password"), "too short");
  await user.type(screen.getByLabelText("New password again"), "something else");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByText("At least 12 characters")).toHaveClass("text-destructive");
  expect(screen.getByText("The two do not match")).toBeVisible();
  expect(navigation.visited).toEqual([]);

  await user.clear(screen.getByLabelText("New password"));
  await user.type(screen.getByLabelText("New password"), "a much better secret");
  await user.clear(screen.getByLabelText("New password again"));
  await user.type(screen.getByLabelText("New password again"), "a much better secret");
  await user.click(screen.getByRole("button", { name: "Save and continue" }));

  await waitFor(() => expect(navigation.visited).toEqual(["/"]));
  expect(fake.password).toBe("a much better secret");
});

test("the first visit goes to the login page without asking the server", async () => {
  renderPage(<RequireSession>secret</RequireSession>);

  await waitFor(() => expect(navigation.visited).toEqual(["/login"]));
  expect(fake.calls).toEqual([]);
  expect(screen.queryByText("secret")).not.toBeInTheDocument();
});

test("a reload reopens the session from the cookie", async () => {
  localStorage.setItem("churnwatch.signed-in", "yes");
  fake.hasRefreshCookie = true;

  renderPage(<RequireSession>secret</RequireSession>);

  expect(await screen.findByText("secret")).toBeVisible();
});

test("someone who must change the password sees no page yet", async () => {
  openSession({ ...adminSession, must_change_password: true });

  renderPage(<RequireSession>secret</RequireSession>);

  await waitFor(() => expect(navigation.visited).toEqual(["/login"]));
});

test("signing out closes the session here and there", async () => {
  signInAsAdmin(fake);

  await signOut();

  expect(sessionState()).toBe("signed-out");
  expect(fake.hasRefreshCookie).toBe(false);
});
