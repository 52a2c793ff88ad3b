import { FINDING_IDS, isGate, type FindingId } from "../src/report/catalogue.ts";
import type { Finding, Severity } from "../src/report/finding.ts";

type ChosenSeverity = Severity | "off";

/** What the user wants single findings to weigh. */
export type Severities = ReadonlyMap<FindingId, ChosenSeverity>;

interface ParsedSeverities {
  readonly severities: Severities;
  /** Each begins with the number of an entry. */
  readonly problems: readonly string[];
}

const LINE = /^([a-z-]+)\s*[:=]\s*([a-z]+)$/;
const CHOICES: readonly string[] = ["off", "notice", "warning", "error"] satisfies ChosenSeverity[];

/** Reads `finding-id: severity`, one a line or separated by commas. No problem repeats what was written. */
export function parseSeverities(text: string): ParsedSeverities {
  const severities = new Map<FindingId, ChosenSeverity>();
  const problems: string[] = [];
  const entries = text.split(/[\n,]/).map((entry) => entry.trim());
  for (const [index, entry] of entries.entries()) {
    if (entry === "") continue;
    const problem = addSeverity(severities, entry);
    if (problem !== undefined) problems.push(`number ${index + 1} ${problem}`);
  }
  return { severities, problems };
}

function addSeverity(
  severities: Map<FindingId, ChosenSeverity>,
  entry: string,
): string | undefined {
  const [, name = "", choice = ""] = LINE.exec(entry) ?? [];
  if (name === "") return "is not of the form `finding-id: severity`";
  const id = FINDING_IDS.find((known) => known === name);
  if (id === undefined) return "names no finding of docs/findings.md";
  if (!CHOICES.includes(choice)) return "chooses none of `off`, `notice`, `warning`, `error`";
  if (severities.has(id)) return `names ${id} a second time`;
  if (isGate(id) && choice !== "error") return `lowers ${id}, with which no deploy may go ahead`;
  severities.set(id, choice as ChosenSeverity);
  return undefined;
}

interface WeighedFindings {
  readonly findings: readonly Finding[];
  readonly switchedOff: readonly Finding[];
}

/** The findings as the user wants them to weigh, and those that they do not want to hear of. */
export function applySeverities(
  findings: readonly Finding[],
  severities: Severities,
): WeighedFindings {
  const isOff = ({ id }: Finding): boolean => severities.get(id) === "off";
  const weighed = findings.flatMap((finding) => {
    const chosen = severities.get(finding.id) ?? finding.severity;
    return chosen === "off" ? [] : [{ ...finding, severity: chosen }];
  });
  return { findings: weighed, switchedOff: findings.filter(isOff) };
}
