import type { Finding } from "../../src/report/finding.ts";
import { isPrivate, publishSummary, soften, type Ended, type Ending } from "../endings.ts";
import type { Outputs } from "../contract.ts";
import { outputsWithoutReport } from "../outputs.ts";
import { renderFleetAnnotations } from "../render/fleet/annotations.ts";
import { renderFleetSummary } from "../render/fleet/summary.ts";
import { renderFleetText } from "../render/fleet/text.ts";
import {
  inWordsOfTenants,
  mapFindings,
  nextStepOfFleet,
  type ToldFleet,
} from "../render/fleet/told.ts";
import type { Sinks } from "../sinks.ts";
import type { FleetOutcome } from "./fleet-outcome.ts";
import type { Publishing } from "./publish-fleet.ts";
import { writeReport } from "./merge/write-report.ts";

/** How a run over a fleet ends, or the merge of its shards. Rendering it changes nothing about it. */
export function fleetEnded(run: FleetOutcome, ended: Ended): Ending {
  const { config, event, ports } = ended;
  const { verdict } = run.report;
  const goesOn = verdict === "unknown" && config.onUnknown === "warn";
  const fails = verdict !== "pass" && !goesOn;
  const worded: FleetOutcome = { ...run, report: inWordsOfTenants(run.report) };
  const told: ToldFleet = {
    ...worded,
    goesOn,
    hidesIds: config.summary !== "full" && !isPrivate(event),
    nextStep: nextStepOfFleet(worded),
    now: ports.clock.now(),
  };
  const shown = goesOn ? { ...told, report: mapFindings(told.report, soften) } : told;
  return {
    fails,
    publish: async (sinks) => {
      sinks.setOutputs(fleetOutputs(told));
      sinks.log(renderFleetText(shown));
      // What a merge needs comes before what only people read.
      writeReport(run, ended, sinks);
      if (config.annotations) {
        for (const annotation of renderFleetAnnotations(shown.report, told.manifest.path)) {
          sinks.annotate(annotation);
        }
      }
      await publishSummary(renderFleetSummary(shown), config, sinks);
      await publishElsewhere({ told, shown, fails }, ended, sinks);
    },
  };
}

/** Nothing of it is loaded by runs that do not ask for it. */
async function publishElsewhere(publishing: Publishing, ended: Ended, sinks: Sinks): Promise<void> {
  const { sarifFile, comment, reminder } = ended.config;
  if (sarifFile === undefined && comment === "never" && !reminder) return;
  const { publishFleet } = await import("./publish-fleet.ts");
  await publishFleet(publishing, ended, sinks);
}

/** Those of one key stay empty: of many, there is no one answer. */
function fleetOutputs({ report, shard, nextStep }: ToldFleet): Outputs {
  // No part of a fleet speaks for the whole.
  const isAllowed = report.verdict === "pass" && shard === undefined;
  return {
    ...outputsWithoutReport({ verdict: "unknown", nextStep }),
    verdict: report.verdict,
    "deploy-allowed": String(isAllowed),
    "company-matches": "",
    findings: findingsAsJson(report),
  };
}

/** GitHub takes 1 MiB, counted in units of two bytes. */
const LONGEST_OUTPUT = 400_000;

/** The worst first; what does not fit is counted in a last entry. */
function findingsAsJson({ findings, tenants }: FleetOutcome["report"]): string {
  const all = [
    ...findings.map((finding) => toJson(finding)),
    ...tenants.flatMap(({ record, findings: own }) =>
      own.map((finding) => toJson(finding, record.id)),
    ),
  ];
  const entries: string[] = [];
  let length = 0;
  for (const entry of all) {
    length += entry.length + 1;
    if (length > LONGEST_OUTPUT) break;
    entries.push(entry);
  }
  const rest = all.length - entries.length;
  if (rest > 0) entries.push(moreFindings(rest));
  return `[${entries.join(",")}]`;
}

function toJson({ values: _values, ...finding }: Finding, tenant?: string): string {
  return JSON.stringify(tenant === undefined ? finding : { tenant, ...finding });
}

function moreFindings(count: number): string {
  const message = `${count} more findings do not fit into an output; the report file has all of them.`;
  return JSON.stringify({ id: "more-findings", severity: "notice", message });
}
