import { defineConfig } from "@playwright/test";

const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The end-to-end tests talk to a stack that already runs; nothing is started here. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 300_000, // a browser, a job and a database on two busy cores
  expect: { timeout: 10_000 },
  workers: 1,
  reporter: [["list"]],
  use: {
    baseURL: process.env.CHURNWATCH_URL ?? "http://127.0.0.1:8080",
    viewport: { width: 1440, height: 1000 },
    locale: "en-GB",
    ignoreHTTPSErrors: true,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: chromiumArguments,
    },
  },
});
