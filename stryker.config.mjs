// @ts-check

/** How the core is broken on purpose, by `npm run mutation`; `docs/mutation.md` says what comes of it. */
export default {
  mutate: ["src/activation/**/*.ts", "src/key/**/*.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  coverageAnalysis: "perTest",
  // One at a time, with patience: a mutant that is only slow must not count as one that never ends.
  concurrency: 1,
  timeoutMS: 5_000,
  timeoutFactor: 1.2,
  dryRunTimeoutMinutes: 30,
  // What tests of the core do not read.
  ignorePatterns: ["/action", "/eslint-plugin", "/dist", "/docs", "/examples", "/test/package"],
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: "coverage/mutation/incremental.json",
  tempDirName: "coverage/mutation/sandbox",
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "coverage/mutation/mutation.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
