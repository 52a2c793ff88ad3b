/**
 * What a whole run of secretlint costs with our rule, beside a rule that does nothing, a rule of one regular expression,
 * and secretlint's own preset, on the same generated files in one run.
 *
 * Each run is secretlint's own command in a process of its own, from start to end, over a tree that has nothing to do
 * with Pleo. The contenders take turns in changing order, and what is compared is the ratio within a round, since a
 * single run varies by a tenth. The processor's time is the child's own count, over all its threads.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";
import { report } from "./report.ts";
import { spread } from "./spread.ts";
import { createTree } from "./trees.ts";

const FILES = Number(process.env["BENCH_FILES"] ?? 10_000);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 9);

const require = createRequire(import.meta.url);
const SECRETLINT = path.join(
  path.dirname(require.resolve("secretlint/package.json")),
  "bin/secretlint.js",
);
const PRESET = "@secretlint/secretlint-rule-preset-recommend";

/** One that asks nothing of a file, for what secretlint itself costs. */
const NO_OP = `export const creator = {
  messages: {},
  meta: { id: "no-op", type: "scanner", recommended: false, supportedContentTypes: ["all"] },
  create: () => ({ file: () => undefined }),
};
`;
/** What people write who want only the plain form. */
const ONE_PATTERN = `const messages = { FOUND: { en: () => "A Pleo API key." } };
export const creator = {
  messages,
  meta: { id: "one-pattern", type: "scanner", recommended: false, supportedContentTypes: ["text"] },
  create(context) {
    const translate = context.createTranslator(messages);
    return {
      file({ content }) {
        for (const { 0: key, index } of content.matchAll(/\\bpl[ps]_[a-f0-9]{32}_[a-f0-9]{6}\\b/g)) {
          context.report({ message: translate("FOUND"), range: [index, index + key.length] });
        }
      },
    };
  },
};
`;
/** Tells the processor's time at the end of a run. */
const REPORT_CPU = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeSync(3, String((user + system) / 1000));
});
`;

interface Contender {
  readonly name: string;
  /** What stands in the configuration. */
  readonly rule: string;
}

interface Run {
  readonly wall: number;
  readonly cpu: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "bench-secretlint-"));
try {
  const tree = path.join(folder, "tree");
  const size = createTree(tree, FILES);
  const hook = write("report-cpu.cjs", REPORT_CPU);
  const contenders: readonly Contender[] = [
    { name: "no-op rule", rule: write("no-op.mjs", NO_OP) },
    { name: "eslint-plugin-pleo/secretlint", rule: await bundleOurs() },
    { name: "one pattern", rule: write("one-pattern.mjs", ONE_PATTERN) },
    { name: "recommended preset", rule: PRESET },
  ];
  const runs = contenders.map(({ rule }) => {
    const config = write(`${path.basename(rule)}.json`, JSON.stringify({ rules: [{ id: rule }] }));
    return () => runSecretlint({ hook, tree, config });
  });
  console.log(
    `${FILES} files, ${(size / 1e6).toFixed(0)} MB, ${ROUNDS} rounds on Node ${process.versions.node}: median [quartiles]`,
  );
  print(contenders, measure(runs));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** From the sources, as the package has it: in one file of JavaScript. */
async function bundleOurs(): Promise<string> {
  const build = await rolldown({
    input: path.join(import.meta.dirname, "../eslint-plugin/secretlint/index.ts"),
    platform: "node",
    external: /^(?![A-Za-z]:[\\/])[@\w]/,
    tsconfig: false,
  });
  const file = path.join(folder, "ours.mjs");
  await build.write({ format: "esm", file, codeSplitting: false });
  await build.close();
  return file;
}

function runSecretlint(files: {
  readonly hook: string;
  readonly tree: string;
  readonly config: string;
}): Run {
  const began = performance.now();
  const { output, status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", files.hook, SECRETLINT, "--secretlintrc", files.config, "**/*"],
    { cwd: files.tree, stdio: ["ignore", "pipe", "pipe", "pipe"], encoding: "utf8" },
  );
  const wall = performance.now() - began;
  // There is nothing to find, so anything else is a broken contender.
  if (status !== 0) throw new Error(`${files.config} ended with ${status}: ${stdout}${stderr}`);
  return { wall, cpu: Number(output[3]) };
}

function measure(runs: readonly (() => Run)[]): readonly (readonly Run[])[] {
  const measured: Run[][] = runs.map(() => []);
  for (const run of runs) run();
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const index = (round + turn) % runs.length;
      const run = runs[index];
      if (run !== undefined) measured[index]?.push(run());
    }
  }
  return measured;
}

function print(contenders: readonly Contender[], measured: readonly (readonly Run[])[]): void {
  const [bare = []] = measured;
  report({
    title: `${FILES.toLocaleString("en")} files, ${ROUNDS} rounds, median [quartiles]`,
    rows: contenders.map(({ name }, index) => {
      const own = measured[index] ?? [];
      const ratio = (clock: keyof Run): string =>
        spread(
          own.map((run, round) => run[clock] / (bare[round]?.[clock] ?? Number.NaN)),
          3,
        );
      return {
        contender: name,
        "wall s": spread(
          own.map(({ wall }) => wall / 1000),
          2,
        ),
        "wall / no-op": ratio("wall"),
        "cpu s": spread(
          own.map(({ cpu }) => cpu / 1000),
          2,
        ),
        "cpu / no-op": ratio("cpu"),
      };
    }),
  });
}
