import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Pages write numbers and dates in the reader's language; the tests read American English.
process.env.LC_ALL = "en_US.UTF-8";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://churnwatch.test/" } },
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
  },
});
