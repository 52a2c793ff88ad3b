import type { Finding } from "../../src/report/finding.ts";
import type { Annotation } from "../sinks.ts";

/** Where the workflow hands the key over, as far as it could be found. */
export interface HandOver {
  readonly file: string;
  readonly startLine: number;
}

/** GitHub shows ten of each kind a step; what is said in ten is read, what is said in thirty is not. */
const MOST_ANNOTATIONS = 10;

/** Findings, the worst first, as annotations on the line that hands the key over. */
export function renderAnnotations(
  findings: readonly Finding[],
  handOver: HandOver | undefined,
): readonly Annotation[] {
  const shown =
    findings.length > MOST_ANNOTATIONS ? findings.slice(0, MOST_ANNOTATIONS - 1) : findings;
  const annotations = shown.map(({ severity, title, message, remedy, id }) => ({
    severity,
    title,
    message: `${message} ${remedy} [${id}]`,
    ...handOver,
  }));
  const rest = findings.slice(shown.length);
  return rest.length === 0 ? annotations : [...annotations, rollUp(rest, handOver)];
}

function rollUp(rest: readonly Finding[], handOver: HandOver | undefined): Annotation {
  const ids = [...new Set(rest.map(({ id }) => id))].join(", ");
  return {
    severity: rest[0]?.severity ?? "notice",
    title: `${rest.length} more findings`,
    message: `The log of this step has them all: ${ids}.`,
    ...handOver,
  };
}
