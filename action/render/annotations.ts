import { optional } from "../../src/optional.ts";
import type { Finding, Place } from "../../src/report/finding.ts";
import type { Annotation } from "../sinks.ts";

/** Where the workflow hands the key over, as far as it could be found. */
export interface HandOver {
  readonly file: string;
  readonly startLine: number;
  /** The name of the secret that is handed over, where it is written in that line. */
  readonly secretName?: string;
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
  const annotations = shown.map(({ severity, title, message, remedy, id, where }) => ({
    severity,
    title,
    message: `${message} ${remedy} [${id}]`,
    ...(where === undefined ? lineOf(handOver) : placeOf(where)),
  }));
  const rest = findings.slice(shown.length);
  return rest.length === 0 ? annotations : [...annotations, rollUp(rest, handOver)];
}

function lineOf(handOver: HandOver | undefined): Partial<Pick<HandOver, "file" | "startLine">> {
  if (handOver === undefined) return {};
  const { file, startLine } = handOver;
  return { file, startLine };
}

/** What is in a commit or an archive is no line that GitHub could show. */
function placeOf({ file, line, commit }: Place): {
  readonly file?: string;
  readonly startLine?: number;
} {
  if (commit !== undefined || file.includes("!/")) return {};
  return { file, ...optional("startLine", line) };
}

function rollUp(rest: readonly Finding[], handOver: HandOver | undefined): Annotation {
  const ids = [...new Set(rest.map(({ id }) => id))].join(", ");
  return {
    severity: rest[0]?.severity ?? "notice",
    title: `${rest.length} more findings`,
    message: `The log of this step has them all: ${ids}.`,
    ...lineOf(handOver),
  };
}
