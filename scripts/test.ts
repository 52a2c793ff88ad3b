/**
 * Everything that has to hold before a change may land, in one command. Each static check counts as one, each
 * test of the suite as one, so that the last line tells the truth in numbers.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const STATIC_CHECKS: readonly Check[] = [
  { name: "format", command: ["prettier", "--check", "."] },
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  { name: "types of the core, without Node", command: ["tsc", "-p", "src/tsconfig.json"] },
  { name: "lint and layer walls", command: ["eslint", "--max-warnings=0", "."] },
  { name: "unused files, exports and dependencies", command: ["knip"] },
  { name: "spelling of prose and comments", command: ["cspell", "--no-progress", "--no-summary"] },
];

const RESULTS_FILE = "coverage/tests.json";
const SUITE: Check = {
  name: "tests and coverage",
  command: [
    "vitest",
    "run",
    "--coverage",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${RESULTS_FILE}`,
  ],
};

interface Count {
  readonly passed: number;
  readonly failed: number;
}

function run({ name, command: [program, ...rest] }: Check): boolean {
  console.log(`\n── ${name}: ${[program, ...rest].join(" ")}`);
  // Windows finds npm's programs through a shell only; nothing here comes from outside.
  const { status } = spawnSync(program, rest, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

function runSuite(): Count {
  rmSync(RESULTS_FILE, { force: true });
  const succeeded = run(SUITE);
  const { passed, failed } = readResults();
  // The suite can fail without a failing test: coverage below its floor, or a file that does not load.
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

function readResults(): Count {
  try {
    const results: unknown = JSON.parse(readFileSync(RESULTS_FILE, "utf8"));
    return {
      passed: readNumber(results, "numPassedTests"),
      failed: readNumber(results, "numFailedTests"),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function readNumber(results: unknown, name: string): number {
  const value = (results as Readonly<Record<string, unknown>>)[name];
  if (typeof value !== "number") throw new TypeError(`${RESULTS_FILE} has no ${name}`);
  return value;
}

const checks = STATIC_CHECKS.map((check) => ({ ...check, succeeded: run(check) }));
const suite = runSuite();
const broken = checks.filter(({ succeeded }) => !succeeded);

console.log("");
for (const { name } of broken) console.log(`failed: ${name}`);
const passed = suite.passed + checks.length - broken.length;
const failed = suite.failed + broken.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
