import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ESLint } from "eslint";
import { onTestFinished } from "vitest";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { writeFiles } from "../support/write-files.ts";
import { ROOT, packedPackage } from "./packed.ts";

/** Someone's project that has installed the package. */
export interface Consumer {
  readonly folder: string;
  /** Runs a script of an installed package, or of the project, in a process of its own. */
  readonly run: (script: string, args?: readonly string[], node?: string) => Outcome;
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface ConsumerOptions {
  readonly files: Readonly<Record<string, string>>;
  /** Other packages that it has installed: the name there, and what it is called here. */
  readonly installed?: Readonly<Record<string, string>>;
}

/** What the package depends on. */
function dependenciesOfPackage(): readonly string[] {
  const { dependencies = {} } = JSON.parse(
    readFileSync(path.join(packedPackage(), "package.json"), "utf8"),
  ) as { readonly dependencies?: object };
  return Object.keys(dependencies);
}

/** A project in a temporary folder, gone when the test is over. */
export function createConsumer({ files, installed = {} }: ConsumerOptions): Consumer {
  // Without links and short names of Windows on the way, which tools would resolve and print.
  const folder = mkdtempSync(path.join(realpathSync.native(tmpdir()), "consumer-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const modules = path.join(folder, "node_modules");
  cpSync(packedPackage(), path.join(modules, "eslint-plugin-pleo"), { recursive: true });
  for (const name of dependenciesOfPackage()) {
    // Copied, because from where it lies here everything else can be found as well.
    cpSync(path.join(ROOT, "node_modules", name), path.join(modules, name), { recursive: true });
  }
  for (const [name, here] of Object.entries(installed)) {
    const link = path.join(modules, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules", here), link, "junction");
  }
  writeFiles(folder, files);
  return {
    folder,
    run: (script, args = [], node = process.execPath) => {
      const found = [path.join(modules, script), path.join(folder, script)].find((file) =>
        existsSync(file),
      );
      if (found === undefined) throw new Error(`no script ${script}`);
      const env = { ...inheritedEnvironment(), NO_COLOR: "1" };
      return spawnSync(node, [found, ...args], { cwd: folder, encoding: "utf8", env });
    },
  };
}

/** A finding, as everyone counts: lines and columns from one. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Whoever loads the packed package for the first time waits for the compiler. */
export const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 };

const SCRIPTS = { eslint: "eslint/bin/eslint.js", oxlint: "oxlint/bin/oxlint" };

/** What ESLint finds in files of the project, by its command line. */
export function runESLint(
  consumer: Consumer,
  files: readonly string[],
  node?: string,
): readonly Finding[] {
  const { stdout, stderr } = consumer.run(SCRIPTS.eslint, ["--format=json", ...files], node);
  if (!stdout.startsWith("[")) throw new Error(`ESLint failed: ${stdout}\n${stderr}`);
  const results = JSON.parse(stdout) as readonly ESLint.LintResult[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, message }) => ({
      file: path.relative(consumer.folder, filePath).replaceAll("\\", "/"),
      rule: ruleId ?? "none",
      line,
      column,
      message,
    })),
  );
}

interface OxlintOutput {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly offset: number } }[];
  }[];
}

/** The same of oxlint, whose offsets and columns count bytes. */
export function runOxlint(
  consumer: Consumer,
  files: readonly string[],
  node?: string,
): readonly Finding[] {
  const { stdout, stderr } = consumer.run(SCRIPTS.oxlint, ["--format=json", ...files], node);
  if (!stdout.startsWith("{")) throw new Error(`oxlint failed: ${stdout}\n${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as OxlintOutput;
  return diagnostics.map(({ message, code = "none", filename, labels: [label] }) => {
    const bytes = readFileSync(path.join(consumer.folder, filename));
    const before = bytes.subarray(0, label?.span.offset ?? 0).toString("utf8");
    const lines = before.split(/\r\n|[\n\r\u2028\u2029]/);
    return {
      file: filename.replaceAll("\\", "/"),
      rule: code.replace(/^(.*)\((.*)\)$/, "$1/$2"),
      line: lines.length,
      column: (lines.at(-1) ?? "").length + 1,
      message,
    };
  });
}

/** Where findings are, without what they say, in one order. */
export function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings
    .map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)
    .toSorted();
}
