import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

const USERNAME = process.env.CHURNWATCH_ADMIN_USERNAME ?? "admin";

/** On the login page: signs in with the one-time password and replaces it, or with the new one if a run before did. */
export async function signIn(page: Page) {
  const firstPassword = fromEnvironment("CHURNWATCH_ADMIN_PASSWORD");
  const newPassword = process.env.CHURNWATCH_NEW_PASSWORD ?? firstPassword;
  const refusal = page.getByRole("main").getByRole("alert");
  const passwordStep = page.getByRole("heading", { name: "Choose a new password" });
  const signedIn = page.getByRole("navigation", { name: "Pages" });

  await submitLogin(page, firstPassword);
  // The first login of a cold API on a busy machine also connects to Redis and compiles the password's hash.
  await expect(refusal.or(passwordStep).or(signedIn)).toBeVisible({ timeout: 30_000 });
  if (await refusal.isVisible()) await submitLogin(page, newPassword);
  if (await passwordStep.isVisible()) await chooseNewPassword(page, newPassword);
  await expect(signedIn).toBeVisible();
}

async function submitLogin(page: Page, password: string) {
  await page.getByLabel("User name").fill(USERNAME);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function chooseNewPassword(page: Page, password: string) {
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("New password again").fill(password);
  await page.getByRole("button", { name: "Save and continue" }).click();
}

/** Collects what must stay empty: errors in the console, broken scripts and requests that leave the site. */
export function watch(page: Page) {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(page.url()).origin)
      troubles.push(`request to ${url}`);
  });
  return troubles;
}

/** Both themes of the page as it stands: no accessibility violation that keeps people out, and a picture for the eye. */
export async function inspectInBothThemes(page: Page, name: string, testInfo: TestInfo) {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: testInfo.outputPath(`${name}-${theme}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${name}, ${theme}`,
    ).toEqual([]);
  }
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}`);
  return value;
}
