import * as z from "zod/mini";
import { parseDeclaredInstant } from "../../../src/activation/dates.ts";
import { isKeyShaped } from "../../../src/key/shape.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { optional } from "../../../src/optional.ts";
import { FINDING_IDS, isGate, type FindingId } from "../../../src/report/catalogue.ts";
import { fillEntry, type Finding } from "../../../src/report/finding.ts";
import { WHOLE_CATALOGUE } from "../../../src/report/whole-catalogue.ts";
import { MOST_SHARDS } from "../../../src/tenancy/shard.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { FORMS } from "../../forms.ts";
import { redactTexts } from "../../render/redact-report.ts";
import { PATTERNS } from "../manifest/entries.ts";
import { REPORT_VERSION, type ShardReport } from "./report-file.ts";

export type ReadReport =
  | { readonly kind: "report"; readonly report: ShardReport }
  /** Completes "The file …". Repeats nothing of the text. */
  | { readonly kind: "refused"; readonly problem: string };

/** Takes nothing on trust: a file may have been made or changed by anybody on its way. */
export function readReportFile(text: string): ReadReport {
  const parsed = parseJson(text);
  if (parsed === undefined) return refused("is no JSON");
  // Who writes a report has hidden every key. What is shaped like one has come into it by another way.
  const shown = redactTexts(parsed, createTextMasker([]));
  const { version } = (shown ?? {}) as { readonly version?: unknown };
  if (typeof version === "number" && version !== REPORT_VERSION) {
    return refused("was written by another version of Pleo Key Guard");
  }
  const { data } = reportSchema.safeParse(shown);
  if (data === undefined) return refused("is no report that Pleo Key Guard has written");
  const ids = new Set(data.tenants.map(({ id }) => id.toLowerCase()));
  if (ids.size < data.tenants.length) return refused("has a tenant twice");
  return { kind: "report", report: toReport(data) };
}

function refused(problem: string): ReadReport {
  return { kind: "refused", problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the text.
    return undefined;
  }
}

const LONGEST_TEXT = 20_000;
const MOST_FINDINGS = 10_000;
const MOST_TENANTS = 100_000;

function matching(pattern: RegExp) {
  return z.string().check(z.regex(pattern));
}

function wholeNumber(least: number, most: number) {
  return z.number().check(z.int(), z.gte(least), z.lte(most));
}

const writtenFinding = z.object({
  id: z.enum(FINDING_IDS as readonly [FindingId, ...FindingId[]]),
  severity: z.enum(["error", "warning", "notice"]),
  inconclusive: z.boolean(),
  values: z.record(matching(/^[a-z][A-Za-z]{0,40}$/), z.string().check(z.maxLength(LONGEST_TEXT))),
  where: z.optional(
    z.object({
      file: z.string().check(z.maxLength(4_096)),
      line: z.optional(wholeNumber(0, 1e9)),
      commit: z.optional(matching(/^[0-9a-f]{7,64}$/)),
    }),
  ),
});

const findingSchema = z.pipe(
  writtenFinding,
  z.transform((written, context): Finding => {
    const finding = toFinding(written);
    if (finding === undefined) context.issues.push({ code: "custom", input: undefined });
    return finding ?? NO_FINDING;
  }),
);

/** Stands for one that is refused, and goes nowhere. */
const NO_FINDING = fillEntry({
  id: "fleet-unfinished",
  entry: WHOLE_CATALOGUE["fleet-unfinished"],
  texts: {},
});

/** Its texts are the catalogue's, whatever the file says; nothing where it could not have been written by us. */
function toFinding({
  id,
  severity,
  inconclusive,
  values,
  where,
}: z.infer<typeof writtenFinding>): Finding | undefined {
  const entry = WHOLE_CATALOGUE[id];
  const blanks = [...`${entry.cause} ${entry.remedy}`.matchAll(/\{(\w+)\}/g)];
  const isFilled = blanks.every(([, name = ""]) => Object.hasOwn(values, name));
  if (!isFilled || (isGate(id) && severity !== "error")) return undefined;
  const place = where && {
    file: where.file,
    ...optional("line", where.line),
    ...optional("commit", where.commit),
  };
  return fillEntry(
    { id, entry, texts: values },
    { severity, inconclusive, ...optional("where", place) },
  );
}

const findingsSchema = z.array(findingSchema).check(z.maxLength(MOST_FINDINGS));
const fingerprint = matching(/^[0-9a-f]{32}$/);

const expirySchema = z.pipe(
  z.object({
    text: z.string().check(z.maxLength(40)),
    at: z.string().check(z.maxLength(40)),
    daysLeft: wholeNumber(-1e6, 1e7),
    hasPassed: z.boolean(),
  }),
  z.transform(({ text, at, ...rest }, context) => {
    const instant = parseDeclaredInstant(text);
    if (instant?.at.toISOString() !== at) context.issues.push({ code: "custom", input: undefined });
    return { ...rest, text, at: instant?.at ?? new Date(0) };
  }),
);

const tenantSchema = z.object({
  id: z.string().check(
    z.regex(PATTERNS.id),
    z.refine((id) => !isKeyShaped(id)),
  ),
  owner: z.optional(matching(PATTERNS.owner)),
  line: wholeNumber(1, 1e8),
  environment: z.enum(["production", "staging"]),
  check: z.object({
    verdict: z.enum(["pass", "fail", "unknown"]),
    findings: findingsSchema,
    proofs: z.object({ accepted: z.boolean(), active: z.boolean(), company: z.boolean() }),
    keyHint: z.optional(z.string().check(z.refine(FORMS.keyHint.isGood))),
    expiry: z.optional(expirySchema),
    previousKey: z.optional(z.enum(["needed", "deletable", "overdue", "gone"])),
    switchedOff: z.optional(findingsSchema),
  }),
  fingerprints: z.object({
    key: z.optional(fingerprint),
    previousKey: z.optional(fingerprint),
    company: z.optional(fingerprint),
  }),
});

const reportSchema = z.object({
  version: z.literal(REPORT_VERSION),
  run: fingerprint,
  attempt: z.optional(wholeNumber(1, 1e6)),
  at: z.iso.datetime(),
  manifest: z.object({
    path: matching(PATTERNS.path),
    digest: fingerprint,
    tenants: wholeNumber(0, MOST_TENANTS),
  }),
  shard: z.optional(
    z
      .object({ index: wholeNumber(1, MOST_SHARDS), count: wholeNumber(1, MOST_SHARDS) })
      .check(z.refine(({ index, count }) => index <= count)),
  ),
  findings: findingsSchema,
  switchedOff: z.optional(findingsSchema),
  tenants: z.array(tenantSchema).check(z.maxLength(MOST_TENANTS)),
});

function toReport({
  run,
  attempt,
  at,
  manifest,
  shard = { index: 1, count: 1 },
  findings,
  switchedOff = [],
  tenants,
}: z.infer<typeof reportSchema>): ShardReport {
  return {
    run,
    ...optional("attempt", attempt),
    at: new Date(at),
    manifest,
    shard,
    findings,
    switchedOff,
    records: tenants.map(toRecord),
  };
}

function toRecord({
  id,
  owner,
  line,
  environment,
  check,
  fingerprints,
}: z.infer<typeof tenantSchema>): TenantRecord {
  const { verdict, findings, proofs, keyHint, expiry, previousKey, switchedOff } = check;
  return {
    id,
    ...optional("owner", owner),
    line,
    environment,
    report: {
      verdict,
      findings,
      proofs,
      ...optional("keyHint", keyHint),
      ...optional("expiry", expiry),
      ...optional("previousKey", previousKey),
      ...optional("switchedOff", switchedOff),
    },
    fingerprints: {
      ...optional("key", fingerprints.key),
      ...optional("previousKey", fingerprints.previousKey),
      ...optional("company", fingerprints.company),
    },
  };
}
