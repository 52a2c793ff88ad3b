/**
 * What linting with our rules costs, beside no rules, rules that do nothing, and the plugins that look for secrets today, on
 * the same generated programs in one run.
 *
 * Rule time is ESLint's own (`stats`). Wall time is that of interleaved runs, each contender once per round in changing
 * order, as ratios within the round, since a single run varies by a tenth.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { ESLint, type Linter, type Rule } from "eslint";
import noSecrets from "eslint-plugin-no-secrets";
import security from "eslint-plugin-security";
import sonarjs from "eslint-plugin-sonarjs";
import tseslint from "typescript-eslint";
import pleo from "../eslint-plugin/index.ts";
import {
  createPrograms,
  createProgramsWithClient,
  createProgramWithClient,
  type Program,
} from "./programs.ts";
import { seededRandom } from "./seeded-random.ts";
import { report } from "./report.ts";
import { spread } from "./spread.ts";

/** Of the tree of which most has nothing to do with Pleo; the other programs are shorter. */
const LINES = Number(process.env["BENCH_LINES"] ?? 200_000);
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

/** As many rules as ours, each of which says at once that it has nothing to do: nobody can be faster. */
const atOnce: Rule.RuleModule = { meta: { schema: [] }, create: () => ({}) };

const OURS = Object.keys(pleo.configs.recommended.rules ?? {}).map(
  (name) => name.split("/").at(-1) ?? name,
);

/** As many rules as ours, with handlers that do nothing for what most of ours look at. */
const onCalls: Rule.RuleModule = {
  meta: { schema: [] },
  create: () => ({ CallExpression: ignore, MemberExpression: ignore, Property: ignore }),
};

function asOften(namespace: string, rule: Rule.RuleModule): Linter.Config {
  return {
    plugins: { [namespace]: { rules: Object.fromEntries(OURS.map((name) => [name, rule])) } },
    rules: Object.fromEntries(OURS.map((name) => [`${namespace}/${name}`, "error"])),
  };
}

const CONTENDERS: readonly Contender[] = [
  { name: "no rules", config: {} },
  {
    name: "three empty visitors",
    config: {
      plugins: { empty: { rules: { a: nothing, b: nothing, c: nothing } } },
      rules: { "empty/a": "error", "empty/b": "error", "empty/c": "error" },
    },
  },
  { name: `${String(OURS.length)} empty rules`, config: asOften("at-once", atOnce) },
  { name: `${String(OURS.length)} empty visitors`, config: asOften("on-calls", onCalls) },
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
  report({
    title: `${title}: ${lines.toLocaleString("en")} lines, ${ROUNDS} rounds, median [quartiles]`,
    rows: CONTENDERS.map(({ name }, index) => {
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
        findings: own[0]?.findings ?? "–",
      };
    }),
  });
}

const BUILT = new URL("../dist/index.js", import.meta.url);

function printLoading(): void {
  const script = (module: string): string =>
    `const t = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - t)`;
  const modules = {
    "eslint-plugin-no-secrets": "eslint-plugin-no-secrets",
    "eslint-plugin-security": "eslint-plugin-security",
    "eslint-plugin-sonarjs": "eslint-plugin-sonarjs",
    "ours, as built": BUILT.href,
    "ours, from TypeScript": new URL("../eslint-plugin/index.ts", import.meta.url).href,
  };
  const times = new Map<string, number[]>(Object.keys(modules).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, module] of Object.entries(modules)) {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ["--input-type=module", "-e", script(module)],
        { encoding: "utf8" },
      );
      if (status !== 0) throw new Error(`${name} cannot be loaded: ${stderr}`);
      times.get(name)?.push(Number(stdout));
    }
  }
  report({
    title: `Loading, each in a process of its own, ${ROUNDS} rounds`,
    rows: Array.from(times, ([plugin, own]) => ({ plugin, "ms to load": spread(own, 1) })),
  });
}

/** One file with one client in it, linted again and again as an editor does, with our rules and without any. */
async function printEditor(): Promise<void> {
  const code = createProgramWithClient(seededRandom(5), 1000);
  const program: Program = { filename: "src/open.ts", code };
  const find = (name: string): ESLint => {
    const contender = CONTENDERS.find((one) => one.name === name);
    if (contender === undefined) throw new Error(`no contender is called ${name}`);
    return createEslint(contender);
  };
  const [bare, ours] = [find("no rules"), find("pleo/recommended")];
  const more: number[] = [];
  const ruleMs: number[] = [];
  let first: number | undefined;
  for (let round = 0; round < 5 * ROUNDS; round++) {
    const without = await measure(bare, [program]);
    const withOurs = await measure(ours, [program]);
    first ??= withOurs.ruleMs;
    more.push(withOurs.wallMs - without.wallMs);
    ruleMs.push(withOurs.ruleMs);
  }
  report({
    title: `A file of 1,000 lines with one client, as in an editor, ${5 * ROUNDS} rounds`,
    rows: [
      {
        "ms more than without": spread(more, 1),
        "rule ms": spread(ruleMs, 2),
        "rule ms, first time": first?.toFixed(1) ?? "–",
      },
    ],
  });
}

if (!existsSync(BUILT)) throw new Error("dist/ is not there yet: npm run build:plugin");
printLoading();
await printEditor();
await compare(
  "Files that have nothing to do with Pleo",
  createPrograms({ lines: LINES, isPleo: false }),
);
await compare("Files with one client for Pleo each", createProgramsWithClient(LINES / 5));
await compare(
  "Files of an integration with Pleo",
  createPrograms({ lines: LINES / 10, isPleo: true }),
);
