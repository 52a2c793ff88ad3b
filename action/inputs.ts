import * as z from "zod/mini";
import type { Expectation, RotationPhase } from "../src/activation/expectation.ts";
import { GuardError } from "../src/errors.ts";
import { API_ORIGINS, findPleoHost } from "../src/pleo/hosts.ts";
import { parseShard, type ShardOf } from "../src/tenancy/shard.ts";
import { INPUT_NAMES, INPUTS, type InputName } from "./contract.ts";
import { FORMS, MOST_SCOPES } from "./forms.ts";
import { parseApiOrigin } from "./pleo-api/api-origin.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { parseSeverities, type Severities } from "./severities.ts";
import { optional } from "../src/optional.ts";

/** Everything the run needs to know, checked. Holds no key: keys are taken from the raw inputs. */
export interface ActionConfig {
  readonly expectation: Expectation;
  readonly rotation: RotationPhase;
  readonly severities: Severities;
  readonly onUnknown: "fail" | "warn";
  readonly onMissingKey: "auto" | "fail" | "skip";
  readonly timeoutMs: number;
  /** Where Pleo is asked. */
  readonly origin: string;
  /** The user gave that address, so there is no other environment beside it. */
  readonly isOwnAddress: boolean;
  readonly diagnoseEnvironment: boolean;
  /** Many keys instead of one. */
  readonly fleet?: FleetConfig;
  readonly scan: ScanConfig;
  readonly summary: "auto" | "full" | "off";
  readonly annotations: boolean;
  /** From the root of the checkout. */
  readonly sarifFile?: string;
  readonly comment: "never" | "on-failure" | "always";
  readonly reminder: boolean;
  readonly dryRun: boolean;
}

/** Either the tenants of a manifest, or what the checks of its shards have written down. */
export interface FleetConfig {
  readonly source:
    | { readonly kind: "manifest"; readonly path: string; readonly shard?: ShardOf }
    | { readonly kind: "reports"; readonly paths: readonly string[] };
  /** All paths are from the root of the checkout. */
  readonly reportFile?: string;
  readonly requestsPerMinute: number;
  readonly totalMs: number;
}

const LEAK_SCANS = ["workspace", "build", "history"] as const;

type LeakScanMode = (typeof LEAK_SCANS)[number];

/** What of the repository is looked through, besides the key itself. */
interface ScanConfig {
  readonly leaks: ReadonlySet<LeakScanMode>;
  /** From the root of the checkout. */
  readonly paths: readonly string[];
  readonly includesIgnored: boolean;
  readonly workflows: boolean;
}

/**
 * No message repeats a value: what stands in the wrong input may be a key. Each completes "`name` …". The schema
 * judges texts and leaves them texts: each object more that it is made of makes every start slower.
 */
function text(isGood: (text: string) => boolean, error: string) {
  return z.custom<string>((given) => typeof given === "string" && isGood(given), { error });
}

function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  const list = values.map((value) => `\`${value}\``).join(", ");
  return z.enum(values, { error: `must be one of ${list}` });
}

const TRUE = ["true", "True", "TRUE"];
const FALSE = ["false", "False", "FALSE"];
const flag = text(
  (given) => TRUE.includes(given) || FALSE.includes(given),
  "must be `true` or `false`",
);

function wholeNumber(min: number, max: number) {
  return text(
    (given) => /^\d{1,6}$/.test(given) && Number(given) >= min && Number(given) <= max,
    `must be a whole number from ${min} to ${max}`,
  );
}

const MAX_TEXT = 200;
const shortText = text(
  (given) => given.length <= MAX_TEXT,
  `must not be longer than ${MAX_TEXT} characters`,
);
const companyId = text(FORMS.companyId.isGood, FORMS.companyId.must);
const keyHint = text(FORMS.keyHint.isGood, FORMS.keyHint.must);

function splitScopes(given: string): readonly string[] {
  return [...new Set(listItems(given))];
}

function scopesProblem(given: string): string | undefined {
  const scopes = splitScopes(given);
  if (scopes.length > MOST_SCOPES) return `must not list more than ${MOST_SCOPES} scopes`;
  return scopes.every(FORMS.scope.isGood)
    ? undefined
    : `${FORMS.scope.must}, separated by spaces, commas or line breaks`;
}

function apiUrlProblem(given: string): string | undefined {
  try {
    parseApiOrigin(given);
    return undefined;
  } catch (error) {
    return error instanceof GuardError
      ? `is refused: ${error.message} ${error.hint ?? ""}`.trimEnd()
      : "is refused";
  }
}

function severitiesProblem(given: string): string | undefined {
  const { problems } = parseSeverities(given);
  if (problems.length === 0) return undefined;
  const entries = problems.length === 1 ? "an entry" : "entries";
  return `has ${entries} that cannot be used: ${problems.join("; ")}`;
}

function listItems(given: string): readonly string[] {
  return given.split(/[\s,]+/).filter((item) => item !== "");
}

function isLeakScan(name: string): name is LeakScanMode {
  return LEAK_SCANS.some((known) => known === name);
}

const leakScan = text((given) => {
  const names = listItems(given);
  const isOff = names.length === 1 && names[0] === "off";
  return isOff || (names.length > 0 && names.every(isLeakScan));
}, "must be `off`, or a list of `workspace`, `build` and `history`");

function linesOf(given: string): readonly string[] {
  return given
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const MAX_PATHS = 100;
const MAX_PATH = 1024;

/** Below the root of the checkout, and nowhere else. */
function isInside(path: string): boolean {
  const isFromRoot = /^[/\\]|^[A-Za-z]:/.test(path);
  // An expression that nobody has filled in is no name, and control characters are in none that is meant.
  const isNamed = !/[\p{Cc}\p{Cf}]|\$\{\{/u.test(path);
  return isNamed && path.length <= MAX_PATH && !isFromRoot && !path.split(/[/\\]/).includes("..");
}

const insidePaths = text((given) => {
  const paths = linesOf(given);
  return paths.length <= MAX_PATHS && paths.every(isInside);
}, `must be a list of at most ${MAX_PATHS} paths from the root of the checkout, one a line, without \`..\``);
const insideFile = text(
  (given) => isInside(given) && !/[/\\]$/.test(given),
  "must be the path of a file from the root of the checkout, without `..`",
);

/** For what can be wrong in several ways. */
function textWithout(problemOf: (text: string) => string | undefined) {
  return z.custom<string>((given) => typeof given === "string" && problemOf(given) === undefined, {
    error: ({ input }) => problemOf(String(input)) ?? "cannot be used",
  });
}

const schema = z.object({
  kind: oneOf("standalone", "integrated"),
  environment: oneOf("production", "staging"),
  "company-id": z.optional(companyId),
  "required-scopes": z.optional(textWithout(scopesProblem)),
  "expires-on": z.optional(shortText),
  "warn-before-days": wholeNumber(0, 3650),
  "fail-before-days": wholeNumber(0, 3650),
  "max-lifetime-days": z.optional(wholeNumber(1, 36_500)),
  "created-on": z.optional(shortText),
  "expected-key-hint": z.optional(keyHint),
  rotation: oneOf("overlap", "finished"),
  severities: z.optional(textWithout(severitiesProblem)),
  "on-unknown": oneOf("fail", "warn"),
  "on-missing-key": oneOf("auto", "fail", "skip"),
  "timeout-seconds": wholeNumber(1, 600),
  "api-url": z.optional(textWithout(apiUrlProblem)),
  "diagnose-environment": flag,
  tenants: z.optional(insideFile),
  "requests-per-minute": wholeNumber(1, 500),
  "total-minutes": wholeNumber(1, 350),
  shard: z.optional(
    text(
      (given) => parseShard(given) !== undefined,
      "must be a part of a whole such as `3/8`, with at most 256 parts",
    ),
  ),
  merge: z.optional(insidePaths),
  "report-file": z.optional(insideFile),
  "leak-scan": leakScan,
  "leak-scan-paths": z.optional(insidePaths),
  "leak-scan-ignored": flag,
  "workflow-audit": flag,
  summary: oneOf("auto", "full", "off"),
  annotations: flag,
  "sarif-file": z.optional(insideFile),
  comment: oneOf("never", "on-failure", "always"),
  reminder: flag,
  "dry-run": flag,
});

type ParsedInputs = z.infer<typeof schema>;

/** Reads all inputs, or throws one error that names every problem. */
export function parseInputs(raw: RawInputs): ActionConfig {
  const { data, error } = schema.safeParse(trimInputs(raw));
  const problems =
    error === undefined
      ? [...contradictions(data), ...fleetContradictions(data, raw)]
      : describeIssues(error.issues, raw);
  if (problems.length > 0) throw invalid(problems);
  if (data === undefined) throw invalid(["the inputs cannot be read"]);
  return toConfig(data);
}

/** Left out and left empty mean the same where there is no default. */
function trimInputs(raw: RawInputs): Readonly<Record<string, string>> {
  return Object.fromEntries(
    INPUT_NAMES.map((name) => [name, raw[name]?.trim() ?? ""] as const).filter(
      ([name, value]) => value !== "" || INPUTS[name] !== undefined,
    ),
  );
}

function describeIssues(issues: readonly z.core.$ZodIssue[], raw: RawInputs): readonly string[] {
  const problems = issues.map(({ path: [name], message }) => {
    const isEmpty = raw[name as InputName]?.trim() === "";
    return `\`${String(name)}\` ${isEmpty ? "is empty; leave it out to have its default, or check why the expression came out empty" : message}`;
  });
  return [...new Set(problems)];
}

/** What each input may say by itself, but not together with another. */
function contradictions(data: ParsedInputs): readonly string[] {
  const url = data["api-url"];
  const host = url === undefined ? undefined : findPleoHost(new URL(url).hostname);
  return [
    ...(host !== undefined && host.environment !== data.environment
      ? [`\`api-url\` is ${host.environment}'s address, and \`environment\` is ${data.environment}`]
      : []),
    ...(data["created-on"] !== undefined && data["expires-on"] === undefined
      ? ["`created-on` says nothing without `expires-on`"]
      : []),
    ...(data["expected-key-hint"] !== undefined && data["expires-on"] === undefined
      ? ["`expected-key-hint` binds `expires-on` to a key, and that is missing"]
      : []),
    ...(data["leak-scan-paths"] !== undefined && !listItems(data["leak-scan"]).includes("build")
      ? ["`leak-scan-paths` says nothing unless `leak-scan` has `build`"]
      : []),
    ...(TRUE.includes(data["leak-scan-ignored"]) &&
    !listItems(data["leak-scan"]).includes("workspace")
      ? ["`leak-scan-ignored` says nothing unless `leak-scan` has `workspace`"]
      : []),
  ];
}

/** What is about one key, and stands in the manifest where there are many. */
const OF_ONE_KEY = [
  "api-key",
  "company-id",
  "required-scopes",
  "expires-on",
  "created-on",
  "expected-key-hint",
  "previous-api-key",
] as const satisfies readonly InputName[];

function fleetContradictions(data: ParsedInputs, raw: RawInputs): readonly string[] {
  const { tenants, merge, shard } = data;
  const isGiven = (name: InputName): boolean => (raw[name]?.trim() ?? "") !== "";
  if (tenants === undefined && merge === undefined) {
    return (["tenant-keys", "shard", "report-file"] as const)
      .filter(isGiven)
      .map((name) => `\`${name}\` says nothing without \`tenants\``);
  }
  const mode = tenants === undefined ? "merge" : "tenants";
  const scans = listItems(data["leak-scan"]).some((name) => name !== "off");
  return [
    ...(tenants !== undefined && merge !== undefined
      ? [
          "`merge` joins what other jobs have checked, and `tenants` checks; give each a step of its own",
        ]
      : []),
    ...OF_ONE_KEY.filter(isGiven).map(
      (name) =>
        `\`${name}\` is about one key, and \`${mode}\` is about many; say it in the manifest`,
    ),
    ...(scans
      ? [`\`leak-scan\` looks for the one key of \`api-key\`; give it a step of its own`]
      : []),
    ...(shard !== undefined && data["report-file"] === undefined
      ? [
          "`shard` needs `report-file`, since only `merge` can tell whether all of the fleet is well",
        ]
      : []),
    ...(merge === undefined
      ? []
      : (["tenant-keys", "shard"] as const)
          .filter(isGiven)
          .map((name) => `\`${name}\` says nothing to \`merge\`, which asks Pleo for nothing`)),
    ...(merge !== undefined && TRUE.includes(data["workflow-audit"])
      ? [
          "`workflow-audit` says nothing to `merge`; ask for it in the shards, or in a step of its own",
        ]
      : []),
  ];
}

function invalid(problems: readonly string[]): GuardError {
  // Some end as sentences, others do not.
  const sentences = problems.map((problem) => `${problem.replace(/\.$/, "")}.`);
  const list =
    sentences.length === 1
      ? ` ${sentences.join("")}`
      : sentences.map((sentence) => `\n- ${sentence}`).join("");
  return new GuardError("CONFIG_INVALID", `The inputs cannot be used:${list}`, {
    hint: "Correct the inputs in the workflow file; action.yml and the table in the README say what each of them takes.",
  });
}

function toConfig(data: ParsedInputs): ActionConfig {
  return {
    expectation: toExpectation(data),
    rotation: data.rotation,
    severities: parseSeverities(data.severities ?? "").severities,
    onUnknown: data["on-unknown"],
    onMissingKey: data["on-missing-key"],
    timeoutMs: Number(data["timeout-seconds"]) * 1000,
    origin: data["api-url"] ?? API_ORIGINS[data.environment],
    isOwnAddress: data["api-url"] !== undefined,
    diagnoseEnvironment: TRUE.includes(data["diagnose-environment"]),
    ...optional("fleet", toFleetConfig(data)),
    scan: {
      leaks: new Set(listItems(data["leak-scan"]).filter(isLeakScan)),
      paths: linesOf(data["leak-scan-paths"] ?? ""),
      includesIgnored: TRUE.includes(data["leak-scan-ignored"]),
      workflows: TRUE.includes(data["workflow-audit"]),
    },
    summary: data.summary,
    annotations: TRUE.includes(data.annotations),
    ...optional("sarifFile", data["sarif-file"]),
    comment: data.comment,
    reminder: TRUE.includes(data.reminder),
    dryRun: TRUE.includes(data["dry-run"]),
  };
}

function toFleetConfig(data: ParsedInputs): FleetConfig | undefined {
  const { tenants, merge, shard } = data;
  if (tenants === undefined && merge === undefined) return undefined;
  const source =
    tenants === undefined
      ? ({ kind: "reports", paths: linesOf(merge ?? "") } as const)
      : ({
          kind: "manifest",
          path: tenants,
          ...optional("shard", shard === undefined ? undefined : parseShard(shard)),
        } as const);
  return {
    source,
    ...optional("reportFile", data["report-file"]),
    requestsPerMinute: Number(data["requests-per-minute"]),
    totalMs: Number(data["total-minutes"]) * 60_000,
  };
}

function toExpectation(data: ParsedInputs): Expectation {
  const maxLifetimeDays = data["max-lifetime-days"];
  return {
    kind: data.kind,
    environment: data.environment,
    ...optional("companyId", data["company-id"]),
    requiredScopes: splitScopes(data["required-scopes"] ?? ""),
    expiry: {
      ...optional("expiresOn", data["expires-on"]),
      ...optional("createdOn", data["created-on"]),
      ...optional("keyHint", data["expected-key-hint"]),
      ...optional(
        "maxLifetimeDays",
        maxLifetimeDays === undefined ? undefined : Number(maxLifetimeDays),
      ),
      warnBeforeDays: Number(data["warn-before-days"]),
      failBeforeDays: Number(data["fail-before-days"]),
    },
  };
}
