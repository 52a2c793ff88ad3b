/**
 * Breaks the core in every small way there is and asks whether a test notices. Takes the files to break, or breaks
 * all of them and writes the figures into the page about it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderMutationTable, weakRooms, type MutationReport } from "./docs/render-mutation.ts";

const ROOM = "test/mutation";
const REPORT = "coverage/mutation/mutation.json";
const KEPT = "coverage/mutation/incremental.json";
const PAGE = "docs/mutation.md";

function run(program: string, words: readonly string[], cwd = "."): boolean {
  // Windows finds npm's programs through a shell only; what comes from outside is typed by whoever runs this.
  const shell = process.platform === "win32";
  return spawnSync(program, words, { cwd, stdio: "inherit", shell }).status === 0;
}

/** Apart from all other dependencies, so that nobody who does not come here has to install it. */
function install(): boolean {
  return existsSync(join(ROOM, "node_modules")) || run("npm", ["ci", "--no-fund"], ROOM);
}

/**
 * Of what is broken while modules load, nothing says which tests reach it. So a new test would not make the tool try
 * again what has survived, and it would count as a survivor for ever.
 */
function forgetSurvivorsOfLoading(): void {
  if (!existsSync(KEPT)) return;
  const report = JSON.parse(readFileSync(KEPT, "utf8")) as KeptReport;
  for (const file of Object.values(report.files)) {
    file.mutants = file.mutants.filter(
      ({ status, coveredBy = [] }) => status !== "Survived" || coveredBy.length > 0,
    );
  }
  writeFileSync(KEPT, JSON.stringify(report));
}

interface KeptReport {
  readonly files: Readonly<Record<string, { mutants: readonly KeptMutant[] }>>;
}

interface KeptMutant {
  readonly status: string;
  /** The tests that reach it; none are named of what runs while modules load. */
  readonly coveredBy?: readonly string[];
}

function writePage(report: MutationReport): void {
  const table = /(<!-- figures: [^\n]* -->\n)[^]*?(\n<!-- end of figures -->)/;
  const page = readFileSync(PAGE, "utf8");
  writeFileSync(
    PAGE,
    page.replace(table, (_, start: string, end: string) => {
      return `${start}\n${renderMutationTable(report)}\n${end}`;
    }),
  );
}

const files = process.argv.slice(2);
const mutate = files.length === 0 ? [] : ["--mutate", files.join(",")];
const stryker = join(ROOM, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");

forgetSurvivorsOfLoading();
if (install() && run(process.execPath, [stryker, "run", ...mutate])) {
  const report = JSON.parse(readFileSync(REPORT, "utf8")) as MutationReport;
  if (files.length === 0) writePage(report);
  const weak = weakRooms(report);
  for (const sentence of weak) console.error(sentence);
  if (weak.length > 0) process.exitCode = 1;
} else {
  process.exitCode = 1;
}
