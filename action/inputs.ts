import * as z from "zod/mini";
import type { Expectation, RotationPhase } from "../src/activation/expectation.ts";
import { GuardError } from "../src/errors.ts";
import { API_ORIGINS, findPleoHost } from "../src/pleo/hosts.ts";
import { parseUuid } from "../src/pleo/urn.ts";
import type { InputName } from "./contract.ts";
import { parseApiOrigin } from "./pleo-api/api-origin.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { parseSeverities, type Severities } from "./severities.ts";

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
  readonly summary: "auto" | "full" | "off";
  readonly annotations: boolean;
  readonly dryRun: boolean;
}

/**
 * No message repeats a value: what stands in the wrong input may be a key. Each completes "`name` …".
 */
function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  const list = values.map((value) => `\`${value}\``).join(", ");
  return z.enum(values, { error: `must be one of ${list}` });
}

const TRUE = ["true", "True", "TRUE"];
const FALSE = ["false", "False", "FALSE"];
const flag = z.pipe(
  z.string({ error: "must be `true` or `false`" }).check(
    z.refine((text) => TRUE.includes(text) || FALSE.includes(text), {
      error: "must be `true` or `false`",
    }),
  ),
  z.transform((text) => TRUE.includes(text)),
);

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.pipe(
    z.string({ error }).check(
      z.refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max, {
        error,
      }),
    ),
    z.transform(Number),
  );
}

/** Left out and left empty mean the same where there is no default. */
function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.transform((value) => (value === "" ? undefined : value)),
    z.optional(schema),
  );
}

const MAX_TEXT = 200;
const shortText = z
  .string()
  .check(z.maxLength(MAX_TEXT, { error: `must not be longer than ${MAX_TEXT} characters` }));
const companyId = z.string().check(
  z.refine((text) => parseUuid(text) !== undefined, {
    error: "must be a company id (a UUID such as the output `company-id` of an earlier run)",
  }),
);
const keyHint = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{4}$/, {
    error: "must be the last four characters of the key, no more",
  }),
);

const SCOPE = /^[a-z][a-z0-9-]{0,60}:[a-z]{1,20}$/;
const MAX_SCOPES = 100;
const scopes = z.pipe(
  z.pipe(
    z.optional(z.string()),
    z.transform((text) => [...new Set((text ?? "").split(/[\s,]+/).filter((name) => name !== ""))]),
  ),
  z
    .array(
      z.string().check(
        z.regex(SCOPE, {
          error:
            "must be a list of scopes such as `vendors:read`, apart by spaces, commas or lines",
        }),
      ),
    )
    .check(z.maxLength(MAX_SCOPES, { error: `must not list more than ${MAX_SCOPES} scopes` })),
);

const apiUrl = z.string().check(
  z.refine((text) => apiUrlProblem(text) === undefined, {
    error: ({ input }) => apiUrlProblem(String(input)) ?? "is not an address of Pleo's",
  }),
);

function apiUrlProblem(text: string): string | undefined {
  try {
    parseApiOrigin(text);
    return undefined;
  } catch (error) {
    return error instanceof GuardError
      ? `is refused: ${error.message} ${error.hint ?? ""}`.trimEnd()
      : "is refused";
  }
}

const severities = z
  .pipe(
    z.pipe(
      z.optional(z.string()),
      z.transform((text) => parseSeverities(text ?? "")),
    ),
    z.custom<ReturnType<typeof parseSeverities>>(),
  )
  .check(
    z.refine(({ problems }) => problems.length === 0, {
      error: ({ input }) => (input as ReturnType<typeof parseSeverities>).problems.join("; "),
    }),
  );

const schema = z.object({
  kind: oneOf("standalone", "integrated"),
  environment: oneOf("production", "staging"),
  "company-id": optional(companyId),
  "required-scopes": scopes,
  "expires-on": optional(shortText),
  "warn-before-days": wholeNumber(0, 3650),
  "fail-before-days": wholeNumber(0, 3650),
  "max-lifetime-days": optional(wholeNumber(1, 36_500)),
  "created-on": optional(shortText),
  "expected-key-hint": optional(keyHint),
  rotation: oneOf("overlap", "finished"),
  severities,
  "on-unknown": oneOf("fail", "warn"),
  "on-missing-key": oneOf("auto", "fail", "skip"),
  "timeout-seconds": wholeNumber(1, 600),
  "api-url": optional(apiUrl),
  "diagnose-environment": flag,
  summary: oneOf("auto", "full", "off"),
  annotations: flag,
  "dry-run": flag,
});

type ParsedInputs = z.infer<typeof schema>;

/** Reads all inputs, or throws one error that names every problem. */
export function parseInputs(raw: RawInputs): ActionConfig {
  const trimmed = Object.fromEntries(
    Object.entries(raw)
      .filter(([, value]) => value !== undefined)
      .map(([name, value = ""]) => [name, value.trim()]),
  );
  const { data, error } = schema.safeParse(trimmed);
  const problems = error === undefined ? contradictions(data) : describeIssues(error.issues, raw);
  if (problems.length > 0) throw invalid(problems);
  if (data === undefined) throw invalid(["the inputs cannot be read"]);
  return toConfig(data);
}

function describeIssues(issues: readonly z.core.$ZodIssue[], raw: RawInputs): readonly string[] {
  const problems = issues.map(({ path: [name], message }) => {
    const isEmpty = raw[name as InputName]?.trim() === "";
    return `\`${String(name)}\` ${isEmpty ? "is empty; leave it out to have its default, or look why the expression came out empty" : message}`;
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
  ];
}

function invalid(problems: readonly string[]): GuardError {
  return new GuardError("CONFIG_INVALID", `The inputs cannot be used: ${problems.join("; ")}.`, {
    hint: "Correct them in the workflow file; what each of them takes stands in action.yml.",
  });
}

function toConfig(data: ParsedInputs): ActionConfig {
  return {
    expectation: toExpectation(data),
    rotation: data.rotation,
    severities: data.severities.severities,
    onUnknown: data["on-unknown"],
    onMissingKey: data["on-missing-key"],
    timeoutMs: data["timeout-seconds"] * 1000,
    origin: data["api-url"] ?? API_ORIGINS[data.environment],
    isOwnAddress: data["api-url"] !== undefined,
    diagnoseEnvironment: data["diagnose-environment"],
    summary: data.summary,
    annotations: data.annotations,
    dryRun: data["dry-run"],
  };
}

function toExpectation(data: ParsedInputs): Expectation {
  const companyId = data["company-id"];
  const expiresOn = data["expires-on"];
  const createdOn = data["created-on"];
  const hint = data["expected-key-hint"];
  const maxLifetimeDays = data["max-lifetime-days"];
  return {
    kind: data.kind,
    environment: data.environment,
    ...(companyId === undefined ? {} : { companyId }),
    requiredScopes: data["required-scopes"],
    expiry: {
      ...(expiresOn === undefined ? {} : { expiresOn }),
      ...(createdOn === undefined ? {} : { createdOn }),
      ...(hint === undefined ? {} : { keyHint: hint }),
      ...(maxLifetimeDays === undefined ? {} : { maxLifetimeDays }),
      warnBeforeDays: data["warn-before-days"],
      failBeforeDays: data["fail-before-days"],
    },
  };
}
