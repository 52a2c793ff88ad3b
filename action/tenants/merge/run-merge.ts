import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
} from "node:fs";
import path from "node:path";
import { GuardError } from "../../../src/errors.ts";
import { optional } from "../../../src/optional.ts";
import type { Clock } from "../../../src/ports.ts";
import type { ActionConfig } from "../../inputs.ts";
import type { ProcessEnvironment } from "../../raw-inputs.ts";
import type { Sinks } from "../../sinks.ts";
import { createFingerprints } from "../key-sources/fingerprints.ts";
import type { FleetOutcome } from "../fleet-outcome.ts";
import { mergeReports, type NamedReport } from "./merge.ts";
import { readReportFile, type ReadReport } from "./read-report.ts";
import { MOST_REPORT_BYTES } from "./report-file.ts";
import { attemptOf } from "./run-attempt.ts";

export interface Merge {
  readonly config: ActionConfig;
  readonly ports: { readonly env: ProcessEnvironment; readonly clock: Clock };
  readonly sinks: Pick<Sinks, "log">;
}

/** The whole fleet from what its shards have written down, or one error that says why there is nothing to join. */
export function runMerge({ config, ports, sinks }: Merge): FleetOutcome {
  const source = config.fleet?.source;
  const paths = source?.kind === "reports" ? source.paths : [];
  const files = findFiles(ports.env["GITHUB_WORKSPACE"] ?? "", paths);
  sinks.log(`Joining ${files.length === 1 ? "1 report" : `${files.length} reports`} of shards.`);
  const merged = mergeReports(files.map(readFile), {
    run: createFingerprints(ports.env).run,
    ...optional("attempt", attemptOf(ports.env)),
    now: ports.clock.now(),
    severities: config.severities,
  });
  if (merged.kind === "merged") return merged.outcome;
  throw nothingToMerge(merged.problems);
}

const MOST_PROBLEMS = 50;

function nothingToMerge(problems: readonly string[]): GuardError {
  const rest = problems.length - MOST_PROBLEMS;
  const list = [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(rest > 0 ? [`There are ${rest} more of them`] : []),
  ];
  const why = list.length === 0 ? " there is none where it looks" : "";
  return new GuardError(
    "CONFIG_INVALID",
    `\`merge\` finds no report of a shard that it can use:${why || list.map((problem) => `\n- ${problem}.`).join("")}`,
    {
      hint: "Look at the jobs of the shards, whether each has written its `report-file` and uploaded it, and whether this job has downloaded all of them to the paths that `merge` names.",
    },
  );
}

interface FoundFile {
  /** From the root of the checkout. */
  readonly file: string;
  readonly at: string;
}

/** One of each shard, and as many that are something else. */
const MOST_FILES = 1_000;

/** Each file that is named, and each `*.json` in the folders that are, and in theirs: so artifacts are unpacked. */
function findFiles(workspace: string, paths: readonly string[]): readonly FoundFile[] {
  if (!path.isAbsolute(workspace)) return [];
  const found = new Map<string, FoundFile>();
  for (const given of paths) {
    const names = given.split(/[/\\]/).filter((name) => name !== "" && name !== ".");
    if (goesThroughLink(workspace, names)) continue;
    for (const file of filesAt(workspace, names.join("/"), 2)) {
      found.set(file, { file, at: path.join(workspace, file) });
      if (found.size > MOST_FILES) throw tooMany();
    }
  }
  return [...found.values()];
}

function tooMany(): GuardError {
  return new GuardError("CONFIG_INVALID", `\`merge\` finds more than ${MOST_FILES} files.`, {
    hint: "Name the folder that holds the reports of the shards and nothing else.",
  });
}

function goesThroughLink(workspace: string, names: readonly string[]): boolean {
  return names.some((_name, index) => {
    const step = path.join(workspace, ...names.slice(0, index + 1));
    return lstatSync(step, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  });
}

/** A link leads elsewhere, and is not followed. */
function filesAt(workspace: string, file: string, depth: number): readonly string[] {
  const status = lstatSync(path.join(workspace, file), { throwIfNoEntry: false });
  if (status?.isFile() === true) return [file];
  if (status?.isDirectory() !== true || depth === 0) return [];
  const entries = readdirSync(path.join(workspace, file), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const below = file === "" ? entry.name : `${file}/${entry.name}`;
    const isReport = entry.isFile() && entry.name.toLowerCase().endsWith(".json");
    return isReport || entry.isDirectory() ? filesAt(workspace, below, depth - 1) : [];
  });
}

function readFile({ file, at }: FoundFile): NamedReport {
  return { file, read: readUnlinked(at) };
}

function readUnlinked(at: string): ReadReport {
  let descriptor: number | undefined;
  try {
    // On Windows the second is not there and counts for nothing; links need rights that a job seldom has there.
    descriptor = openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: "refused", problem: "is no file" };
    if (status.size > MOST_REPORT_BYTES) return { kind: "refused", problem: "is too large" };
    return readReportFile(readFileSync(descriptor, "utf8"));
  } catch {
    // What the system says names folders of the machine.
    return { kind: "refused", problem: "cannot be read" };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
