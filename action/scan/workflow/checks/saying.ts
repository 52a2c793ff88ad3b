import type { SCAN_CATALOGUE } from "../../../../src/report/scan-catalogue.ts";
import { createScanFinding } from "../../../../src/report/scan-catalogue.ts";
import type { ScanFindingId, ValuesOf } from "../../../../src/report/catalogue.ts";
import type { Finding, Severity } from "../../../../src/report/finding.ts";
import type { Carried } from "../expression/carry.ts";
import { listed, plainName } from "../plain-name.ts";

export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly severity?: Severity;
}

/** A finding on a line. What is filled in is said in plain names by whoever calls. */
export function found<Id extends ScanFindingId>(
  id: Id,
  values: ValuesOf<(typeof SCAN_CATALOGUE)[Id]>,
  { file, line, severity }: Spot,
): Finding {
  const where = { file, line };
  return createScanFinding(id, values, severity === undefined ? { where } : { where, severity });
}

export function sayPublished(problem: string, spot: Spot): Finding {
  return found("workflow-secret-published", { problem }, spot);
}

/** `PLEO_API_KEY`, or several of them, for a place between back quotes. */
export function secretsOf(carried: Carried): string {
  return [...carried].slice(0, MOST_NAMES).map(plainName).join("` and `");
}

/** The same with its back quotes. */
export function codeOf(carried: Carried): string {
  return listed([...carried].slice(0, MOST_NAMES).map((name) => `\`${plainName(name)}\``));
}

const MOST_NAMES = 3;
