import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReportFile, type ReadReport } from "../../../../action/tenants/merge/read-report.ts";
import {
  renderReportFile,
  type ShardReport,
} from "../../../../action/tenants/merge/report-file.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import { createTextMasker } from "../../../../src/key/mask-text.ts";
import { findKeys } from "../../../../src/key/find-keys.ts";
import { createTenantFinding } from "../../../../src/report/tenant-catalogue.ts";
import { tenantRecord } from "../../../src/tenancy/tenant-records.ts";
import { exampleKey } from "../../../support/keys.ts";
import {
  fleetOf,
  MANIFEST,
  NOW,
  randomRecords,
  RUN,
  tellableTenant,
  UNCLAIMED,
} from "../example-fleet.ts";

function write(run: FleetOutcome, redact: (text: string) => string = String): string {
  return renderReportFile(run, { toolVersion: "v1", now: NOW, redact });
}

function read(text: string): ShardReport {
  const found = readReportFile(text);
  if (found.kind === "refused") throw new Error(found.problem);
  return found.report;
}

const EXAMPLE = write(fleetOf([tellableTenant(1), tellableTenant(2)], { ofFleet: [UNCLAIMED] }));

type Json = Record<string, unknown>;

/** The example with something changed, by a path of names and numbers. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const file = JSON.parse(EXAMPLE) as Json;
  const parents = path.slice(0, -1);
  let place: Json = file;
  for (const step of parents) place = place[step] as Json;
  const last = path.at(-1) ?? "";
  Object.defineProperty(place, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(file);
}

describe("what is written", () => {
  test("is read back as it was, whatever was found", () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const run = fleetOf(records, { ofFleet: [UNCLAIMED] });
        const report = read(write(run));
        expect(report.records).toEqual(run.report.tenants.map(({ record }) => record));
        expect(report.findings).toEqual(run.report.findings);
        expect(report.at).toEqual(NOW);
      }),
      { numRuns: 50 },
    );
  });

  test("says whose it is: the run, the manifest, and the shard", () => {
    const records = [tenantRecord("a"), tenantRecord("b")];
    const { run, manifest, shard } = read(
      write(fleetOf(records, { shard: { index: 2, count: 3 } })),
    );
    expect({ run, shard }).toEqual({ run: RUN, shard: { index: 2, count: 3 } });
    expect(manifest).toMatchObject({ path: MANIFEST.path, tenants: 2 });
    expect(read(write(fleetOf(records))).shard).toEqual({ index: 1, count: 1 });
  });

  test("holds the manifest's digest in another form for each run", () => {
    const run = fleetOf([tenantRecord("a")]);
    const other = renderReportFile(
      { ...run, run: "2".repeat(32) },
      { toolVersion: "", now: NOW, redact: String },
    );
    const digests = [write(run), other].map((text) => read(text).manifest.digest);
    expect(new Set([...digests, MANIFEST.digest]).size).toBe(3);
    expect(write(run)).not.toContain(MANIFEST.digest);
  });

  test("has each tenant on a line of its own, with what was found across tenants", () => {
    const fingerprints = { key: "a".repeat(32) };
    const run = fleetOf([tellableTenant(1, { fingerprints }), tellableTenant(2, { fingerprints })]);
    const lines = write(run)
      .split("\n")
      .filter((line) => line.includes('"tenant-key-shared"'));
    expect(lines).toHaveLength(2);
    for (const [index, line] of lines.entries()) {
      expect(line).toContain(`"tenant-00${index + 1}"`);
      expect(line).not.toContain(`tenant-00${2 - index}`);
      const { markdown } = JSON.parse(line.replace(/,$/, "")) as { readonly markdown: string };
      expect(markdown).toContain(`## ❌ tenant-00${index + 1}: the Pleo key may not be used`);
      expect(markdown).toContain("for this tenant in the manifest");
    }
    // Concluded anew by whoever joins the reports.
    expect(JSON.stringify(read(write(run)).records)).not.toContain("tenant-key-shared");
  });

  test("holds no key, wherever one has come in", () => {
    const key = exampleKey();
    const finding = createTenantFinding("tenant-unchecked", {
      problem: `It said ${key}`,
      fix: key,
    });
    const record = tenantRecord("a", { owner: key, report: { findings: [finding] } });
    const text = write(fleetOf([record], { ofFleet: [finding] }), createTextMasker([key]));
    expect(text).not.toContain(key.slice(4, 20));
    expect(text).toContain("****");
  });

  test("of ten thousand tenants is small enough to be read again", () => {
    const records = Array.from({ length: 10_000 }, (_, index) =>
      tellableTenant((index % 60) + 1, { id: `t${index}` }),
    );
    const text = write(fleetOf(records));
    expect(text.length).toBeLessThan(30_000_000);
    expect(read(text).records).toHaveLength(10_000);
  });
});

describe("a file that nobody of us has written", () => {
  const FINDING = ["tenants", 0, "check", "findings", 0];

  test.each<[string, string]>([
    ["nothing", ""],
    ["a part of one", EXAMPLE.slice(0, -10)],
    ["null", "null"],
    ["a number", "1"],
    ["a list", "[]"],
    ["an object of nothing", "{}"],
    ["a report of nothing", '{"version":1}'],
    ["another version", changed(["version"], 2)],
    ["a version in words", changed(["version"], "1")],
    ["a run that is no fingerprint", changed(["run"], "x")],
    ["a day that is none", changed(["at"], "yesterday")],
    ["a manifest outside of the checkout", changed(["manifest", "path"], "../x.yml")],
    ["a digest that is none", changed(["manifest", "digest"], MANIFEST.digest)],
    ["fewer than no tenants", changed(["manifest", "tenants"], -1)],
    ["half a tenant", changed(["manifest", "tenants"], 1.5)],
    ["shard 0", changed(["shard"], { index: 0, count: 8 })],
    ["shard 9 of 8", changed(["shard"], { index: 9, count: 8 })],
    ["one shard too many", changed(["shard"], { index: 1, count: 257 })],
    ["tenants that are no list", changed(["tenants"], { length: 1 })],
    ["an id with a space", changed(["tenants", 0, "id"], "a b")],
    ["an id that calls a prototype", changed(["tenants", 0, "id"], "__proto__")],
    ["an id that is shaped like a key", changed(["tenants", 0, "id"], exampleKey())],
    ["a tenant twice", changed(["tenants", 0, "id"], "TENANT-002")],
    ["an owner of two lines", changed(["tenants", 0, "owner"], "a\nb")],
    ["line 0", changed(["tenants", 0, "line"], 0)],
    ["no environment that there is", changed(["tenants", 0, "environment"], "test")],
    ["no verdict that there is", changed(["tenants", 0, "check", "verdict"], "passed")],
    ["a proof that is a word", changed(["tenants", 0, "check", "proofs", "company"], "true")],
    ["a hint that is too long", changed(["tenants", 0, "check", "keyHint"], "abcde")],
    ["an end that is no day", changed(["tenants", 0, "check", "expiry", "text"], "soon")],
    ["an end on another day", changed(["tenants", 0, "check", "expiry", "text"], "2031-03-05")],
    ["an end in another form", changed(["tenants", 0, "check", "expiry", "at"], "2031-03-04")],
    ["no finding that there is", changed([...FINDING, "id"], "all-is-well")],
    ["a finding of everything", changed([...FINDING, "id"], "constructor")],
    ["no severity that there is", changed([...FINDING, "severity"], "off")],
    ["a finding without its values", changed([...FINDING, "values"], {})],
    ["a value that is no text", changed([...FINDING, "values", "expected"], { toString: 1 })],
    ["a value too long", changed([...FINDING, "values", "expected"], "x".repeat(20_001))],
    [
      "a gate that was lowered",
      changed([...FINDING], {
        id: "fleet-unfinished",
        severity: "warning",
        inconclusive: true,
        values: { tenants: "1 was" },
      }),
    ],
    ["a fingerprint that is none", changed(["tenants", 0, "fingerprints", "key"], "abc")],
    [
      "a fingerprint with a tail",
      changed(["tenants", 0, "fingerprints", "key"], `${"a".repeat(32)}\n`),
    ],
  ])("is refused where it is or has %s", (_what, text) => {
    const found: ReadReport = readReportFile(text);
    expect(found.kind).toBe("refused");
    // Nothing of it is repeated.
    expect(JSON.stringify(found).length).toBeLessThan(120);
  });

  test("is taken as the example is", () => {
    expect(readReportFile(EXAMPLE).kind).toBe("report");
    expect(
      readReportFile(changed([...FINDING, "values", "expected"], "x".repeat(20_000))).kind,
    ).toBe("report");
  });

  test("says nothing in words of its own", () => {
    const text = changed([...FINDING, "remedy"], "Send the key to me.");
    expect(JSON.stringify(read(text))).not.toContain("Send the key");
    expect(read(text).records[0]?.report.findings[0]?.remedy).toContain("company");
  });

  test("shows no key that it holds, however it is spelled there", () => {
    const key = exampleKey();
    const escaped = key.replaceAll(/./g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    const text = changed([...FINDING, "values", "expected"], key).replace(key, () => escaped);
    const shown = JSON.stringify(read(text));
    expect(findKeys(shown)).toEqual([]);
    expect(shown).toContain(`****${key.slice(-4)}`);
  });

  test("pollutes nothing", () => {
    readReportFile(`{"__proto__":{"polluted":1},${EXAMPLE.slice(1)}`);
    readReportFile(changed(["tenants", 0, "check", "__proto__"], { polluted: 1 }));
    const values = read(changed([...FINDING, "values", "__proto__"], "x")).records[0]?.report
      .findings[0]?.values;
    expect(({} as Json)["polluted"]).toBeUndefined();
    expect(Object.hasOwn(values ?? {}, "__proto__")).toBe(false);
  });
});
