import type { Finding } from "../../src/report/finding.ts";
import type { Environment } from "../../src/pleo/hosts.ts";
import type { KeyKind } from "../../src/pleo/web-app.ts";
import type { ActionReport } from "../action-report.ts";
import { toMarkdown } from "../plain-text.ts";
import { hideIds } from "./hide-ids.ts";
import { renderSummary } from "./summary.ts";
import { tameMarkdown } from "./tame-markdown.ts";

/** What a comment is about: a pull request has one of each. */
export interface CommentSubject {
  readonly kind: KeyKind;
  readonly environment: Environment;
}

export interface CommentOptions extends CommentSubject {
  /** In a public repository anybody reads the comment. */
  readonly hidesIds: boolean;
  /** The step does not fail, though nothing is known. */
  readonly goesOn: boolean;
  readonly nextStep: string;
}

/**
 * GitHub says that it takes this many characters, and takes four times as many bytes. No character counts for more
 * than its code units do, or has more than three bytes for each, so a text that is no longer fits either way.
 */
const LONGEST_COMMENT = 65_536;

/** By this, in the beginning of its text, a comment of ours is found again. */
export function commentMarker({ kind, environment }: CommentSubject): string {
  return `<!-- pleo-key-guard:comment ${kind}/${environment} -->`;
}

export function renderComment(report: ActionReport, options: CommentOptions): string {
  for (const cut of CUTS) {
    const text = renderBody(shorten(report, cut), options, report.findings.length);
    if (text.length <= LONGEST_COMMENT) return text;
  }
  return renderBody({ ...report, findings: [], scopes: NO_SCOPES }, options, -1);
}

/** What stands in a comment once there is nothing left to complain of. */
export function renderResolvedComment(subject: CommentSubject): string {
  return [
    commentMarker(subject),
    "## ✅ The Pleo key may be used",
    "What stood here is resolved.",
    signature(subject),
  ].join("\n\n");
}

const NO_SCOPES: ActionReport["scopes"] = { missing: [], excess: [] };

interface Cut {
  /** How many findings of one id are told. */
  readonly each: number;
  /** How long each of their texts may be. */
  readonly length: number;
}

/** From everything to what is sure to fit: at least one of each id stays, so that no question looks answered well. */
const CUTS: readonly Cut[] = [
  { each: Infinity, length: Infinity },
  { each: 150, length: 1_000 },
  { each: 50, length: 1_000 },
  { each: 10, length: 1_000 },
  { each: 3, length: 400 },
  { each: 1, length: 150 },
];

function shorten(report: ActionReport, { each, length }: Cut): ActionReport {
  if (each === Infinity) return report;
  const counts = new Map<string, number>();
  const findings = report.findings.filter(({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count <= each;
  });
  const { granted, ...scopes } = report.scopes;
  const named = granted?.slice(0, each);
  const unshown = (scopes.unshown ?? 0) + (granted?.length ?? 0) - (named?.length ?? 0);
  return {
    ...report,
    findings: findings.map((finding) => clipTexts(finding, length)),
    scopes: {
      ...scopes,
      ...(named === undefined ? {} : { granted: named }),
      ...(unshown === 0 ? {} : { unshown }),
    },
    ...(report.scans === undefined ? {} : { scans: clipAll(report.scans, length) }),
  };
}

function clipTexts(finding: Finding, length: number): Finding {
  const { message, remedy } = finding;
  return { ...finding, message: clip(message, length), remedy: clip(remedy, length) };
}

function clipAll(
  scans: NonNullable<ActionReport["scans"]>,
  length: number,
): NonNullable<ActionReport["scans"]> {
  return Object.fromEntries(
    Object.entries(scans).map(([area, seen]) => [area, clip(seen, length)]),
  );
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}…`;
}

/** `all` is how many findings there are; less than none where not even one of each could be told. */
function renderBody(shown: ActionReport, options: CommentOptions, all: number): string {
  const { hidesIds, goesOn, nextStep } = options;
  const hidden = all < 0 ? "The findings are" : describeRest(all - shown.findings.length);
  const rest =
    hidden === undefined
      ? []
      : [`${hidden} not shown here, since there are too many; the log of the step has them all.`];
  const summary =
    all < 0
      ? "## The report on the Pleo key is too long for a comment"
      : renderSummary(shown, { hidesIds, life: undefined, goesOn, nextStep }).trimEnd();
  return [
    commentMarker(options),
    tameMarkdown(summary),
    ...rest,
    `**Next:** ${tameMarkdown(toNextStep(nextStep, shown, hidesIds))}`,
    signature(options),
  ].join("\n\n");
}

function describeRest(count: number): string | undefined {
  if (count <= 0) return undefined;
  return count === 1 ? "1 more finding is" : `${count} more findings are`;
}

const LONGEST_STEP = 2_000;

function toNextStep(nextStep: string, { company }: ActionReport, hidesIds: boolean): string {
  const line = clip(toMarkdown(nextStep), LONGEST_STEP);
  // The note on hidden ids, a line of its own, is in the summary already.
  return hidesIds ? (hideIds(line, company.expected).split("\n")[0] ?? "") : line;
}

function signature({ kind, environment }: CommentSubject): string {
  return `<sub>Pleo Key Guard, on the ${kind} key for ${environment}. It keeps this comment up to date.</sub>`;
}
