import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderSarif, type SarifOptions } from "../../../action/render/sarif.ts";
import { precisionOf, securitySeverityOf } from "../../../action/render/sarif-severities.ts";
import { FINDING_IDS } from "../../../src/report/catalogue.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { exampleKey } from "../../support/keys.ts";
import { formsShown } from "../../support/twin-keys.ts";
import {
  exampleReport,
  expiring,
  leakedIn,
  rejected,
  scopeMissing,
  tooWide,
} from "../github/example-report.ts";

const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((log: unknown) => boolean) & { readonly errors?: unknown };
  addMetaSchema(schema: unknown): void;
}
const Ajv = require("ajv") as new (options: object) => Validator;
const ajv = new Ajv({ schemaId: "id", allErrors: true, unknownFormats: "ignore", logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

const OPTIONS: SarifOptions = {
  handOver: { file: ".github/workflows/deploy.yml", startLine: 12 },
  workflowRef: "octo/shop/.github/workflows/deploy.yml@refs/heads/main",
  toolVersion: "1.2.3",
  docsBase: "https://github.com/pleo-key-guard/pleo-key-guard/blob/v1.2.3",
  category: "pleo-key-guard/standalone/production",
  redact: String,
};

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri: string;
  readonly properties: {
    readonly tags: readonly string[];
    readonly precision?: string;
    readonly "security-severity": string;
  };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly automationDetails: { readonly id: string };
  readonly results: readonly Result[];
}

/** What GitHub takes, beside what the standard does. */
function render(findings: readonly Finding[], options: Partial<SarifOptions> = {}): Run {
  const text = renderSarif(exampleReport({ findings }), { ...OPTIONS, ...options });
  const log = JSON.parse(text) as { readonly version: string; readonly runs: readonly Run[] };
  expect([validate(log), validate.errors]).toEqual([true, null]);
  expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024);
  const [run, ...more] = log.runs;
  if (run === undefined) throw new Error("There is a run.");
  expect(more).toEqual([]);
  const { rules } = run.tool.driver;
  expect(run.results.length).toBeLessThanOrEqual(5_000);
  for (const rule of rules) expectGoodRule(rule);
  for (const result of run.results) {
    expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(result.message.text.length).toBeLessThanOrEqual(1_024);
    const [location] = result.locations;
    const { artifactLocation, region } = location?.physicalLocation ?? {};
    expect(artifactLocation?.uri).toMatch(/^(?!\/)(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
    expect(artifactLocation?.uri.split("/")).not.toContain("..");
    expect(artifactLocation?.uriBaseId).toBe("%SRCROOT%");
    expect(region?.startLine).toBeGreaterThanOrEqual(1);
  }
  return run;
}

function expectGoodRule({ name, shortDescription, fullDescription, help, properties }: Rule): void {
  expect(name.length).toBeLessThanOrEqual(255);
  for (const { text } of [shortDescription, fullDescription]) {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(1_024);
  }
  expect(help.text).not.toBe("");
  expect(help.markdown).not.toBe("");
  expect(properties.tags.length).toBeLessThanOrEqual(10);
  expect(properties.tags).toContain("security");
  const severity = properties["security-severity"];
  expect(severity).toMatch(/^(?:10\.0|\d\.\d)$/);
  expect(Number(severity)).toBeGreaterThan(0);
}

function placesOf({ results }: Run): readonly string[] {
  return results.map(({ locations: [location] }) => {
    const { artifactLocation, region } = location?.physicalLocation ?? {};
    return `${artifactLocation?.uri}:${region?.startLine}`;
  });
}

function fingerprintsOf({ results }: Run): readonly string[] {
  return results.map(({ partialFingerprints }) => partialFingerprints["pleoKeyGuard/v1"] ?? "");
}

test("the schema refuses what is no SARIF", () => {
  expect(validate({ version: "2.1.0" })).toBe(false);
  expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  expect(validate({ version: "2.1.0", runs: [], more: 1 })).toBe(false);
});

test("a report without findings is a run without results", () => {
  const run = render([]);
  expect(run.results).toEqual([]);
  expect(run.tool.driver.rules).toEqual([]);
  expect(run.automationDetails.id).toBe("pleo-key-guard/standalone/production/");
});

test("a version that is not known is left out", () => {
  expect(JSON.stringify(render([], { toolVersion: "" }))).not.toContain('"version"');
  expect(JSON.stringify(render([]))).toContain('"version":"1.2.3"');
});

test("every finding there can be has a rule, a severity and a precision", () => {
  for (const id of FINDING_IDS) {
    const run = render([{ ...scopeMissing("x"), id }]);
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual([id]);
    expect(Number(securitySeverityOf(id))).toBeGreaterThan(0);
    expect(["very-high", "high", "medium"]).toContain(precisionOf(id));
  }
});

test("a written-down key is critical, and what could not be looked at is not", () => {
  expect(Number(securitySeverityOf("key-leaked"))).toBeGreaterThanOrEqual(9);
  expect(Number(securitySeverityOf("history-incomplete"))).toBeLessThan(7);
  expect(precisionOf("key-shaped-text")).toBe("medium");
});

describe("a finding about the key itself sits", () => {
  test.each<[string, Partial<SarifOptions>, string]>([
    ["where the key is handed over", {}, ".github/workflows/deploy.yml:12"],
    ["in the workflow's file", { handOver: undefined }, ".github/workflows/deploy.yml:1"],
    [
      "in the file of a branch with a strange name",
      { handOver: undefined, workflowRef: "o/r/.github/workflows/x.yml@refs/heads/a@b" },
      ".github/workflows/x.yml:1",
    ],
    ["with the workflows", { handOver: undefined, workflowRef: undefined }, ".github/workflows:1"],
    ["with the workflows, too", { handOver: undefined, workflowRef: "x" }, ".github/workflows:1"],
  ])("%s", (_name, options, place) => {
    expect(placesOf(render(rejected().findings, options))).toEqual([place]);
  });

  test("and several of one kind are told as one, since code scanning would drop all but one", () => {
    const run = render([scopeMissing("a:read"), scopeMissing("b:read"), ...expiring(9).findings]);
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(["scope-missing", "key-expiring"]);
    expect(run.results[0]?.message.text).toMatch(/a:read.*b:read/);
  });
});

describe("a place in the repository", () => {
  test.each<[string, string, number | undefined, string]>([
    ["plain", "src/app.ts", 3, "src/app.ts:3"],
    ["without a line", "dist/app.bin", undefined, "dist/app.bin:1"],
    ["a line that is none", "a", 0, "a:1"],
    ["spaces, percent and hash", "a b/50%#?.txt", 1, "a%20b/50%25%23%3F.txt:1"],
    ["other scripts", "ü/日本.txt", 1, "%C3%BC/%E6%97%A5%E6%9C%AC.txt:1"],
    ["a scheme", "https://evil.example/x", 1, "https%3A/evil.example/x:1"],
    ["an absolute path", "/etc/passwd", 1, "etc/passwd:1"],
    ["a way out", "../../x/./y", 1, "x/y:1"],
    ["a Windows path", "C:\\x\\y", 1, "C%3A/x/y:1"],
    ["a line in a name", "a\n::error::b", 1, "a%0A%3A%3Aerror%3A%3Ab:1"],
    ["half a pair", "a\ud800b", 1, "a%EF%BF%BDb:1"],
    ["nothing", "", 1, ".github/workflows/deploy.yml:1"],
    ["a file in an archive", "out/app.zip!/lib/x.js", 4, "out/app.zip:4"],
    ["an archive in an archive", "a.tar.gz!/b.zip!/c", 1, "a.tar.gz:1"],
    ["a folder with a mark", "wow!/x.js", 2, "wow!/x.js:2"],
  ])("%s", (_name, file, line, place) => {
    expect(placesOf(render([leakedIn(file, line)]))).toEqual([place]);
  });

  test("is where a workflow says it is", () => {
    const run = render([tooWide(".github/workflows/ci.yml", 8), leakedIn("a.js", 2)]);
    expect(placesOf(run)).toEqual(["a.js:2", ".github/workflows/ci.yml:8"]);
    expect(run.results.map(({ level }) => level)).toEqual(["error", "warning"]);
  });
});

describe("a fingerprint", () => {
  const of = (findings: readonly Finding[], options?: Partial<SarifOptions>): readonly string[] =>
    fingerprintsOf(render(findings, options));

  test("stays when lines move", () => {
    expect(of([leakedIn("a.js", 2)])).toEqual(of([leakedIn("a.js", 900)]));
    expect(of(expiring(30).findings)).toEqual(of(expiring(3, "2029-01-01").findings));
    expect(of(rejected().findings)).toEqual(of(rejected().findings, { handOver: undefined }));
  });

  test("tells apart files, commits, secrets and what stands twice", () => {
    const findings = [
      leakedIn("a.js", 2),
      leakedIn("a.js", 3),
      leakedIn("b.js", 2),
      leakedIn("a.js", 2, "0123abc"),
      tooWide("a.yml", 1, "ONE"),
      tooWide("a.yml", 1, "OTHER"),
    ];
    expect(new Set(of(findings)).size).toBe(findings.length);
  });

  test("does not depend on the key", () => {
    const [one, other] = [exampleKey(), exampleKey()];
    const twin = other.slice(0, -4) + one.slice(-4);
    const [first, second] = [one, twin].map((key) =>
      renderSarif(exampleReport({ findings: [leakedIn(`dist/${key}.js`, 2)] }), {
        ...OPTIONS,
        redact: createTextMasker([key]),
      }),
    );
    expect(first).toBe(second);
  });
});

test("10,000 findings are 4,999 and one that says so, the worst first", () => {
  const warnings = Array.from({ length: 5_500 }, (_, index) => tooWide(`w${index}.yml`, index + 1));
  const errors = Array.from({ length: 4_500 }, (_, index) => leakedIn(`f${index}.js`, index + 1));
  const run = render([...warnings, ...errors]);
  expect(run.results).toHaveLength(5_000);
  expect(run.results.filter(({ ruleId }) => ruleId === "key-leaked")).toHaveLength(4_500);
  const last = run.results.at(-1);
  expect(last?.ruleId).toBe("more-findings");
  expect(last?.message.text).toContain("5001 more findings");
});

test.each([4_999, 5_000])("%d findings are all there", (count) => {
  const run = render(Array.from({ length: count }, (_, index) => leakedIn(`f${index}.js`, 1)));
  expect(run.results.filter(({ ruleId }) => ruleId === "key-leaked")).toHaveLength(count);
});

describe("a hostile text is text", () => {
  test("no link, no command, no escape sequence, on one line", () => {
    const run = render([leakedIn("[x](https://evil.example)\n::error::y\u001b[2J\u202e", 1)]);
    const text = run.results[0]?.message.text ?? "";
    // eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
    expect(text).not.toMatch(/\]\(|[\n\u001b\u202e]/);
  });

  test("a long one is cut, and says so", () => {
    const text = render([leakedIn("x".repeat(5_000), 1)]).results[0]?.message.text;
    expect(text).toHaveLength(1_024);
    expect(text).toMatch(/the log of the step has all of it\)$/);
  });

  test("whatever a file is called, the log is valid", () => {
    const names = fc.oneof(fc.string({ unit: anyCharacter() }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(names, fc.integer(), (name, line) => {
        render([leakedIn(name, line), tooWide(name, line, name)]);
      }),
      { numRuns: 150 },
    );
  });
});

test("the same report gives the same bytes", () => {
  const report = exampleReport({ findings: [leakedIn("a.js", 2), ...rejected().findings] });
  expect(renderSarif(report, OPTIONS)).toBe(renderSarif(structuredClone(report), OPTIONS));
});

test("a key in every text leaves no more than its ending", () => {
  const key = exampleKey();
  const planted = createFinding(
    "key-damaged",
    { problem: `It is ${key}`, fix: `Store ${btoa(`${key}:`)}` },
    { where: { file: `a/${key}/${btoa(key)}.txt`, line: 1, commit: key } },
  );
  const cut = leakedIn(`${"x".repeat(1_000 - 80)}${key}`, 1);
  const report = exampleReport({ findings: [planted, { ...planted, where: { file: key } }, cut] });
  const text = renderSarif(report, {
    ...OPTIONS,
    handOver: { file: `${key}.yml`, startLine: 1 },
    toolVersion: key,
    category: key,
    docsBase: `https://example.test/${key}`,
    redact: createTextMasker([key]),
  });
  expect(formsShown(text, key)).toEqual([]);
  expect(validate(JSON.parse(text))).toBe(true);
});
