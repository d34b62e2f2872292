import { expect, type Page, test } from "@playwright/test";
import { inspectInBothThemes, signIn, watch } from "./stack";

/** One walk through a running stack, as an analyst takes it on the first morning. */
test("from the login to a score that follows an edit", async ({ page }, testInfo) => {
  await page.goto("/login/");
  await signIn(page);
  const troubles = watch(page);

  await test.step("the dashboard counts every customer", async () => {
    const bands = page.getByRole("list", { name: "Risk bands" });
    await expect(bands).toBeVisible();
    expect(numberIn(await summaryOf(page), / of ([\d,]+) customers/)).toBeGreaterThan(0);
    // The page goes on changing; only a moment at which both were read between two answers can be compared.
    await expect(async () => {
      const shares = await bands.locator("[data-band]").allTextContents();
      const scored = numberIn(await summaryOf(page), /([\d,]+) of/);
      expect(shares.map(toNumber).reduce((a, b) => a + b)).toBe(scored);
    }).toPass();
    await inspectInBothThemes(page, "dashboard", testInfo);
  });

  await test.step("the list shows customers", async () => {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Customers" }).click();
    await expect(page.getByRole("region", { name: "Customers" }).getByRole("row").nth(1)).toBeVisible();
    await inspectInBothThemes(page, "customers", testInfo);
  });

  await test.step("a high-risk customer has a timeline", async () => {
    await page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: "Risk dashboard" })
      .click();
    await page.getByRole("region", { name: "High-risk customers" }).getByRole("link").first().click();
    const timeline = page.getByRole("img", { name: /Churn probability over time/ });
    await expect(timeline.locator("canvas")).toBeVisible();
    await inspectInBothThemes(page, "customer", testInfo);
  });

  await test.step("an edit becomes a new score within five seconds", async () => {
    const latest = page.locator("[data-sequence]").first();
    const before = Number(await latest.getAttribute("data-sequence"));
    await editBalance(page);
    await expect
      .poll(async () => Number(await latest.getAttribute("data-sequence")), { timeout: 5000 })
      .toBeGreaterThan(before);
    await page.screenshot({ path: testInfo.outputPath("customer-after-edit.png"), fullPage: true });
  });

  expect(troubles).toEqual([]);
});

test("a deep link survives a reload and leads back after the login", async ({ page }) => {
  await page.goto("/customers/?sort=customer_id");
  await page.waitForURL(/\/login\/\?next=/);
  await signIn(page);
  await page.waitForURL(/\/customers\/\?sort=customer_id$/);
  const troubles = watch(page);

  await page.reload();

  await expect(page.getByLabel("Sort by")).toHaveValue("customer_id");
  await expect(page.getByRole("region", { name: "Customers" })).toBeVisible();
  expect(troubles).toEqual([]);
});

async function editBalance(page: Page) {
  await page.getByRole("button", { name: "Edit" }).click();
  const balance = page.getByRole("textbox", { name: "Balance" });
  const different = Number(await balance.inputValue()) === 1000 ? "2000" : "1000";
  await balance.fill(different);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

function summaryOf(page: Page) {
  return page.getByText(/customers scored/).innerText();
}

function numberIn(text: string, pattern: RegExp) {
  return toNumber(pattern.exec(text)?.[1] ?? "");
}

function toNumber(text: string) {
  return Number(text.replaceAll(",", ""));
}
