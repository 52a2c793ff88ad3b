/**
 * What linting with our rules costs, beside no rules, three rules that do nothing, and the plugins that look for secrets
 * today, on the same generated programs in one run.
 *
 * Rule time is ESLint's own (`stats`). Wall time is that of interleaved runs, each contender once per round in changing
 * order, as ratios within the round, since a single run varies by a tenth.
 */
import { spawnSync } from "node:child_process";
import { ESLint, type Linter, type Rule } from "eslint";
import noSecrets from "eslint-plugin-no-secrets";
import security from "eslint-plugin-security";
import sonarjs from "eslint-plugin-sonarjs";
import tseslint from "typescript-eslint";
import pleo from "../eslint-plugin/index.ts";
import { createPrograms, type Program } from "./programs.ts";
import { spread } from "./spread.ts";

const LINES = Number(process.env["BENCH_LINES"] ?? 40_000);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 15);

interface Contender {
  readonly name: string;
  readonly config: Linter.Config;
}

const ignore = (): void => undefined;

const nothing: Rule.RuleModule = {
  meta: { schema: [] },
  create: () => ({ CallExpression: ignore, MemberExpression: ignore, Literal: ignore }),
};

const CONTENDERS: readonly Contender[] = [
  { name: "no rules", config: {} },
  {
    name: "three empty visitors",
    config: {
      plugins: { empty: { rules: { a: nothing, b: nothing, c: nothing } } },
      rules: { "empty/a": "error", "empty/b": "error", "empty/c": "error" },
    },
  },
  { name: "pleo/recommended", config: pleo.configs.recommended },
  {
    name: "no-secrets/no-secrets",
    config: { plugins: { "no-secrets": noSecrets }, rules: { "no-secrets/no-secrets": "error" } },
  },
  { name: "security/recommended", config: security.configs.recommended },
  {
    name: "sonarjs, secrets only",
    config: {
      plugins: { sonarjs: sonarjs },
      rules: {
        "sonarjs/no-hardcoded-secrets": "error",
        "sonarjs/no-hardcoded-passwords": "error",
        "sonarjs/no-clear-text-protocols": "error",
      },
    },
  },
];

interface Measured {
  readonly wallMs: number;
  readonly ruleMs: number;
  readonly findings: number;
}

function createEslint({ config }: Contender): ESLint {
  return new ESLint({
    overrideConfigFile: true,
    stats: true,
    overrideConfig: [
      { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
      { ...config, files: ["**/*.ts"] },
    ],
  });
}

async function measure(eslint: ESLint, programs: readonly Program[]): Promise<Measured> {
  const start = performance.now();
  let ruleMs = 0;
  let findings = 0;
  for (const { code, filename } of programs) {
    const [result] = await eslint.lintText(code, { filePath: filename });
    findings += result?.messages.length ?? 0;
    for (const { rules = {} } of result?.stats?.times.passes ?? []) {
      for (const { total } of Object.values(rules)) ruleMs += total;
    }
  }
  return { wallMs: performance.now() - start, ruleMs, findings };
}

async function compare(title: string, programs: readonly Program[]): Promise<void> {
  const lines = programs.reduce((sum, { code }) => sum + code.split("\n").length - 1, 0);
  const eslints = CONTENDERS.map(createEslint);
  const measured: Measured[][] = CONTENDERS.map(() => []);
  for (const eslint of eslints) await measure(eslint, programs.slice(0, 4));
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < eslints.length; turn++) {
      const index = (round + turn) % eslints.length;
      const eslint = eslints[index];
      if (eslint !== undefined) measured[index]?.push(await measure(eslint, programs));
    }
  }
  const [bare = [], empty = []] = measured;
  console.log(`\n${title}: ${String(lines)} lines, ${String(ROUNDS)} rounds, median [quartiles]`);
  console.table(
    CONTENDERS.map(({ name }, index) => {
      const own = measured[index] ?? [];
      return {
        contender: name,
        "rule ms per 1,000 lines": spread(
          own.map(({ ruleMs }) => (ruleMs / lines) * 1000),
          3,
        ),
        "wall / no rules": spread(
          own.map(({ wallMs }, round) => wallMs / (bare[round]?.wallMs ?? Number.NaN)),
          3,
        ),
        "wall / empty visitors": spread(
          own.map(({ wallMs }, round) => wallMs / (empty[round]?.wallMs ?? Number.NaN)),
          3,
        ),
        findings: own[0]?.findings,
      };
    }),
  );
}

function printLoading(): void {
  const script = (module: string): string =>
    `const t = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - t)`;
  const rows = [
    "eslint-plugin-no-secrets",
    "eslint-plugin-security",
    "eslint-plugin-sonarjs",
    "./eslint-plugin/index.ts",
  ].map((module) => {
    const specifier = module.startsWith(".")
      ? new URL(`../${module}`, import.meta.url).href
      : module;
    const times = Array.from({ length: 9 }, () =>
      Number(
        spawnSync(process.execPath, ["--input-type=module", "-e", script(specifier)], {
          encoding: "utf8",
        }).stdout,
      ),
    );
    return { plugin: module, "ms to load": spread(times, 1) };
  });
  console.log(
    "\nLoading, each in a process of its own; ours from TypeScript, which Node strips on the way",
  );
  console.table(rows);
}

printLoading();
await compare(
  "Files that have nothing to do with Pleo",
  createPrograms({ lines: LINES, isPleo: false }),
);
await compare(
  "Files of an integration with Pleo",
  createPrograms({ lines: LINES / 2, isPleo: true }),
);
