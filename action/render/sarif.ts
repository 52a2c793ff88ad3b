import { createHash } from "node:crypto";
import type { FindingId } from "../../src/report/catalogue.ts";
import type { Finding, Place, Severity } from "../../src/report/finding.ts";
import { WHOLE_CATALOGUE } from "../../src/report/whole-catalogue.ts";
import type { ActionReport } from "../action-report.ts";
import { toLogText } from "../plain-text.ts";
import type { HandOver } from "./annotations.ts";
import { groupFindings } from "./group-findings.ts";
import { precisionOf, securitySeverityOf } from "./sarif-severities.ts";

export interface SarifOptions {
  /** Where the workflow hands the key over: findings about the key itself sit there. */
  readonly handOver: HandOver | undefined;
  /** `GITHUB_WORKFLOW_REF`: the file that they sit in where no line could be found. */
  readonly workflowRef: string | undefined;
  /** Empty where it is not known. */
  readonly toolVersion: string;
  /** Where the documentation of this version lies; the path of a page follows after a slash. */
  readonly docsBase: string;
  /** GitHub keeps the results of one category apart from those of another; two uploads of one replace each other. */
  readonly category: string;
  readonly redact: (text: string) => string;
}

/** GitHub takes more and shows no more than this. */
const MOST_RESULTS = 5_000;
/** GitHub cuts longer descriptions; a message is held to the same. */
const LONGEST_TEXT = 1_024;
const LONGEST_NAME = 255;

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const MORE_FINDINGS = "more-findings";

interface Draft {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: { readonly uri: string; readonly line: number };
  /** What stays the same when lines move; two that are alike are told apart by counting. */
  readonly identity: readonly string[];
}

/** Findings about one key, and where that key is handed over. */
export interface SarifSubject {
  readonly findings: readonly Finding[];
  readonly handOver: HandOver | undefined;
  /** Where there are many keys: whose it is. */
  readonly tenant?: string;
}

/** The report as SARIF 2.1.0, in the part of it that GitHub's code scanning reads. The same report, the same bytes. */
export function renderSarif({ findings }: ActionReport, options: SarifOptions): string {
  return renderSarifOf([{ findings, handOver: options.handOver }], options);
}

/** The same for many keys. No result is about two of them. */
export function renderSarifOf(subjects: readonly SarifSubject[], options: SarifOptions): string {
  const all = subjects.flatMap((subject) => draftResults(subject, options));
  const ordered = all.toSorted((one, other) => RANK[one.severity] - RANK[other.severity]);
  const drafts = limit(ordered, options);
  const ruleIds = [...new Set(drafts.map(({ ruleId }) => ruleId))].toSorted();
  const { redact, toolVersion, docsBase, category } = options;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Pleo Key Guard",
            informationUri: `${docsBase}/README.md`,
            ...(toolVersion === "" ? {} : { version: toolVersion }),
            rules: ruleIds.map((id) => toRule(id, docsBase)),
          },
        },
        // What follows the last slash names one run; what stands before it is the category.
        automationDetails: { id: `${category}/` },
        invocations: [{ executionSuccessful: true }],
        columnKind: "utf16CodeUnits",
        results: toResults(drafts, ruleIds),
      },
    ],
  };
  const shown = (_name: string, value: unknown): unknown =>
    typeof value === "string" ? redact(value) : value;
  return `${JSON.stringify(log, shown, 2)}\n`;
}

function draftResults(
  { findings, handOver, tenant }: SarifSubject,
  options: SarifOptions,
): readonly Draft[] {
  const { redact } = options;
  const ofKey = findings.filter(({ where }) => where === undefined);
  const keyPlace = placeOfKey({ ...options, handOver });
  const whose = tenant === undefined ? [] : [tenant];
  // On one line, several of one rule would become one alert: told together, none of them is lost.
  const aboutKey = groupFindings(ofKey).map((group) => ({
    ruleId: group.id,
    severity: group.severity,
    message: toMessage(
      [...whose.map((id) => `Tenant ${id}:`), ...group.messages, group.remedy].join(" "),
      options,
    ),
    place: keyPlace,
    identity: [group.id, ...whose],
  }));
  const placed = findings.flatMap((finding) => {
    const { where, id, severity, message, remedy } = finding;
    if (where === undefined) return [];
    const place = toPlace(where, options, keyPlace.uri);
    const identity = [id, place.uri, where.commit ?? "", ...stableValues(finding)].map(redact);
    const text = toMessage(`${message} ${remedy}`, options);
    return [{ ruleId: id, severity, message: text, place, identity }];
  });
  return [...aboutKey, ...placed];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Values that name what a finding is about, and none that holds a line, a date or a count. */
const STABLE_VALUES = [
  "secret",
  "variable",
  "action",
  "job",
  "scope",
  "which",
  "spelling",
  "event",
];

function stableValues({ values }: Finding): readonly string[] {
  return STABLE_VALUES.map((name) => values[name] ?? "");
}

function limit(drafts: readonly Draft[], options: SarifOptions): readonly Draft[] {
  if (drafts.length <= MOST_RESULTS) return drafts;
  const rest = drafts.slice(MOST_RESULTS - 1);
  const ids = [...new Set(rest.map(({ ruleId }) => ruleId))].join(", ");
  const rollUp: Draft = {
    ruleId: MORE_FINDINGS,
    severity: rest[0]?.severity ?? "notice",
    message: `${rest.length} more findings are not shown here, since code scanning takes ${MOST_RESULTS}; the log of the step has them all: ${ids}.`,
    place: placeOfKey(options),
    identity: [MORE_FINDINGS],
  };
  return [...drafts.slice(0, MOST_RESULTS - 1), rollUp];
}

const LEVELS = { error: "error", warning: "warning", notice: "note" } as const;

function toResults(drafts: readonly Draft[], ruleIds: readonly string[]): readonly object[] {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]));
  const counts = new Map<string, number>();
  return drafts.map(({ ruleId, severity, message, place, identity }) => {
    const alike = identity.join("\0");
    const count = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, count);
    return {
      ruleId,
      ruleIndex: indexes.get(ruleId),
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: place.uri, uriBaseId: "%SRCROOT%" },
            region: { startLine: place.line },
          },
        },
      ],
      // Under a name of our own: GitHub's uploader works out another and complains of every one that is there already.
      partialFingerprints: { "pleoKeyGuard/v1": fingerprint(`${alike}\0${count}`) },
    };
  });
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function placeOfKey({ handOver, workflowRef, redact }: SarifOptions): Draft["place"] {
  if (handOver !== undefined) {
    return { uri: toUri(redact(handOver.file)), line: handOver.startLine };
  }
  const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? "")?.[1];
  // Outside of a runner no file is known. A location has to be there, or GitHub refuses all results.
  return { uri: toUri(redact(file ?? ".github/workflows")), line: 1 };
}

function toPlace(where: Place, { redact }: SarifOptions, fallback: string): Draft["place"] {
  const uri = toUri(redact(fileInRepository(where.file)));
  return { uri: uri === "" ? fallback : uri, line: Math.max(1, Math.trunc(where.line ?? 1)) };
}

const IN_ARCHIVE = /^(.*?\.(?:zip|jar|war|tar|tgz|gz|nupkg|whl|vsix))!\//is;

/** Of something in an archive the repository knows the archive only. */
function fileInRepository(file: string): string {
  return IN_ARCHIVE.exec(file)?.[1] ?? file;
}

/** A relative reference that stays inside the repository, whatever the name. */
function toUri(path: string): string {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => !["", ".", ".."].includes(part))
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/");
}

/** One line of plain text. What looks like a link in it would become one. */
function toMessage(text: string, { redact }: SarifOptions): string {
  const line = toLogText(redact(text)).replaceAll(/\s+/g, " ");
  return clip(line.replaceAll("](", "] ("), LONGEST_TEXT);
}

const CUT = " … (cut; the log of the step has all of it)";

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - CUT.length).toWellFormed()}${CUT}`;
}

function toRule(id: string, docsBase: string): object {
  if (id === MORE_FINDINGS) return toRuleOfRest(docsBase);
  const entry = WHOLE_CATALOGUE[id as FindingId];
  const helpUri = `${docsBase}/docs/findings.md#${id}`;
  const cause = showBlanks(entry.cause);
  const remedy = showBlanks(entry.remedy);
  return {
    id,
    name: toName(id),
    shortDescription: { text: clip(entry.title, LONGEST_TEXT) },
    fullDescription: { text: clip(cause, LONGEST_TEXT) },
    helpUri,
    help: {
      text: `${cause}\n\nWhat to do: ${remedy}\n\n${helpUri}`,
      markdown: `${cause}\n\n**What to do:** ${remedy}\n\n[More about \`${id}\`](${helpUri})`,
    },
    defaultConfiguration: { level: LEVELS[entry.severity] },
    properties: {
      tags: ["security", "secrets", "pleo", entry.area],
      precision: precisionOf(id as FindingId),
      "security-severity": securitySeverityOf(id as FindingId),
    },
  };
}

function toRuleOfRest(docsBase: string): object {
  const text = "There are more findings than code scanning takes.";
  const helpUri = `${docsBase}/docs/findings.md`;
  return {
    id: MORE_FINDINGS,
    name: toName(MORE_FINDINGS),
    shortDescription: { text },
    fullDescription: { text },
    helpUri,
    help: {
      text: `${text} Mend those that are shown, and look for the others in the log of the step.`,
      markdown: `${text} Mend those that are shown, and look for the others in the log of the step.`,
    },
    defaultConfiguration: { level: "warning" },
    properties: { tags: ["security", "secrets", "pleo"], "security-severity": "5.0" },
  };
}

/** `key-leaked` → `KeyLeaked`. */
function toName(id: string): string {
  const name = id.replaceAll(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
  return name.slice(0, LONGEST_NAME);
}

/** What differs from one result to the next, as a reader should see it. */
function showBlanks(text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, "‹$1›");
}
