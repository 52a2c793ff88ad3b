import { optional } from "../../../src/optional.ts";
import type { Ended } from "../../endings.ts";
import type { Sinks } from "../../sinks.ts";
import { writeInside } from "../../write-inside.ts";
import type { FleetOutcome } from "../fleet-outcome.ts";
import { attemptOf } from "./run-attempt.ts";
import { MOST_REPORT_BYTES, renderReportFile } from "./report-file.ts";

/** For `merge`, and for whoever wants all of it. */
export function writeReport(run: FleetOutcome, { config, ports }: Ended, sinks: Sinks): void {
  const file = config.fleet?.reportFile;
  if (file === undefined) return;
  const text = renderReportFile(run, {
    toolVersion: ports.env["GITHUB_ACTION_REF"] ?? "",
    ...optional("attempt", attemptOf(ports.env)),
    now: ports.clock.now(),
    redact: sinks.redact,
  });
  if (config.dryRun) {
    sinks.log(`The report file, which a dry run does not write, has ${text.length} characters.`);
    return;
  }
  const problem = problemOf(text) ?? writeInside(ports.env["GITHUB_WORKSPACE"] ?? "", file, text);
  if (problem === undefined) return;
  sinks.annotate({
    // Without it the shard counts as missing, and the merge fails.
    severity: run.shard === undefined ? "warning" : "error",
    title: "The report file was not written",
    message: `${problem} Choose another \`report-file\`, or look at the runner's disk.`,
  });
}

function problemOf(text: string): string | undefined {
  return Buffer.byteLength(text) > MOST_REPORT_BYTES
    ? "The report is too large to be read again; divide the tenants among more shards."
    : undefined;
}
