import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Some start processes or a compiler, on whatever machine this is, and however busy. What hangs is caught later only.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ["test/**/*.test.ts"],
    environment: "node",
    // Dates in messages must not depend on where a test runs; a test that needs another zone starts a process.
    env: { TZ: "UTC" },
    setupFiles: ["test/support/no-printing.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "action/**/*.ts", "eslint-plugin/**/*.ts"],
      exclude: ["action/dist/**"],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
      thresholds: { "src/**/*.ts": { lines: 95, branches: 95, functions: 95, statements: 95 } },
    },
  },
});
