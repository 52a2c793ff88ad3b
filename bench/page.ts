import { readFileSync } from "node:fs";
import os from "node:os";
import { renderTable } from "../scripts/docs/render-table.ts";
import type { Measurement } from "./report.ts";

/** One benchmark, and what it has measured. */
export interface Chapter {
  readonly script: string;
  /** Measures it alone. */
  readonly command: string;
  readonly title: string;
  readonly about: string;
  readonly measurements: readonly Measurement[];
}

/** What has to be known to read the figures. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  /** Of the peers, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Settings by which this run was made smaller or larger than usual. */
  readonly settings: Readonly<Record<string, string>>;
}

const PEERS = [
  "eslint",
  "typescript-eslint",
  "eslint-plugin-no-secrets",
  "eslint-plugin-security",
  "eslint-plugin-sonarjs",
  "oxlint",
  "secretlint",
  "@secretlint/secretlint-rule-preset-recommend",
  "@vscode/ripgrep",
];

export function machineOf(): Machine {
  const settings = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith("BENCH_") && value !== undefined ? [[name, value] as const] : [],
  );
  return {
    node: process.versions.node,
    platform: `${os.platform()} ${os.arch()}`,
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.cpus().length,
    memoryGib: Math.round(os.totalmem() / 2 ** 30),
    versions: Object.fromEntries(PEERS.map((name) => [name, versionOf(name)])),
    settings: Object.fromEntries(settings),
  };
}

function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as {
    readonly version: string;
  };
  return manifest.version;
}

/** `docs/benchmarks.md`: nothing in it but what one run has measured, and where. */
export function renderBenchmarks(chapters: readonly Chapter[], machine: Machine): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const settings = Object.entries(machine.settings).map(([name, value]) => `\`${name}=${value}\``);
  const parts = [
    "<!-- Written by `npm run bench` from what it measured. -->",
    "# Benchmarks",
    "Every comparison runs side by side with its peers, in turns, in one run of `npm run bench`. Milliseconds are this machine's; ratios are worth more. Where a cell has brackets, it is a median with the quartiles, so half of all runs lie between them.",
    [
      `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.platform}, Node ${machine.node}`,
      `- Peers: ${versions.join(", ")}`,
      ...(settings.length === 0 ? [] : [`- Settings: ${settings.join(", ")}`]),
    ].join("\n"),
    ...chapters.flatMap(renderChapter),
  ];
  return `${parts.join("\n\n")}\n`;
}

function renderChapter({ command, title, about, measurements }: Chapter): readonly string[] {
  return [
    `## ${title}`,
    `${about} By itself: \`${command}\`.`,
    ...measurements.flatMap((measurement) => [measurement.title, renderRows(measurement.rows)]),
  ];
}

function renderRows(rows: Measurement["rows"]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return renderTable([names, ...rows.map((row) => names.map((name) => String(row[name] ?? "–")))]);
}
