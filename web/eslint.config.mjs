import { defineConfig, globalIgnores } from "eslint/config";
import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const onlyDownwards = (message, ...group) => ({
  "no-restricted-imports": ["error", { patterns: [{ group, message }] }],
});

export default defineConfig([
  ...nextVitals,
  ...nextTypescript,
  {
    files: ["src/lib/**"],
    rules: onlyDownwards("lib is below the components", "@/components/*", "@/app/*"),
  },
  {
    files: ["src/components/ui/**"],
    rules: onlyDownwards(
      "ui knows nothing of customers or risk",
      "@/components/{layout,risk,customer,auth}/*",
      "@/app/*",
    ),
  },
  {
    files: ["src/components/**"],
    ignores: ["src/components/ui/**"],
    rules: onlyDownwards("routes import components, not the other way round", "@/app/*"),
  },
  globalIgnores([
    ".next/**",
    "out/**",
    "target/**",
    "next-env.d.ts",
    "src/types/api.d.ts",
    "test-results/**",
    "playwright-report/**",
  ]),
]);
