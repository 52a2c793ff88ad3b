import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mergeReports,
  type Merging,
  type NamedReport,
} from "../../../../action/tenants/merge/merge.ts";
import { readReportFile } from "../../../../action/tenants/merge/read-report.ts";
import { renderReportFile } from "../../../../action/tenants/merge/report-file.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import { parseSeverities } from "../../../../action/severities.ts";
import { optional } from "../../../../src/optional.ts";
import { createTenantFinding } from "../../../../src/report/tenant-catalogue.ts";
import { isInShard } from "../../../../src/tenancy/shard.ts";
import type { TenantRecord } from "../../../../src/tenancy/tenant.ts";
import { DOUBT, tenantRecord } from "../../../src/tenancy/tenant-records.ts";
import {
  fleetOf,
  MANIFEST,
  NOW,
  randomRecords,
  RUN,
  UNCLAIMED,
  type FleetParts,
} from "../example-fleet.ts";

const MERGING: Merging = { run: RUN, now: NOW, severities: new Map() };
const OPEN_FILE = createTenantFinding("tenant-key-file-open", { file: "keys", mode: "0644" });

interface Written {
  readonly file?: string;
  readonly run?: string;
  readonly at?: Date;
  readonly attempt?: number;
}

function written(
  run: FleetOutcome,
  { file, run: of = RUN, at = NOW, attempt }: Written = {},
): NamedReport {
  const text = renderReportFile(
    { ...run, run: of },
    { toolVersion: "", now: at, redact: String, ...optional("attempt", attempt) },
  );
  return { file: file ?? `reports/${run.shard?.index ?? 0}.json`, read: readReportFile(text) };
}

function shardsOf(
  records: readonly TenantRecord[],
  count: number,
  parts: FleetParts = {},
): readonly FleetOutcome[] {
  return Array.from({ length: count }, (_, index) =>
    fleetOf(records, { ...parts, shard: { index: index + 1, count } }),
  );
}

function merge(files: readonly NamedReport[], merging: Partial<Merging> = {}): FleetOutcome {
  const merged = mergeReports(files, { ...MERGING, ...merging });
  if (merged.kind === "nothing") throw new Error(merged.problems.join("\n"));
  return merged.outcome;
}

/** The findings about the fleet, each as its id and message. */
function toldBy(files: readonly NamedReport[]): readonly string[] {
  return merge(files).report.findings.map(({ id, message }) => `${id}: ${message}`);
}

test("what all shards have written down comes to exactly the report of the whole", () => {
  fc.assert(
    fc.property(
      randomRecords,
      fc.integer({ min: 1, max: 12 }),
      fc.subarray([UNCLAIMED, OPEN_FILE]),
      fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
      (records, count, ofFleet, order) => {
        const files = shardsOf(records, count, { ofFleet }).map((run, index) => ({
          at: order[index] ?? 0,
          // Nor may the names decide.
          report: written(run, { file: `r/${order[12 + index] ?? 0}.json` }),
        }));
        const shuffled = files.toSorted((one, other) => one.at - other.at);
        const { report, shard } = merge(shuffled.map((it) => it.report));
        expect(report).toEqual(fleetOf(records, { ofFleet }).report);
        expect(shard).toBeUndefined();
      },
    ),
    { numRuns: 100 },
  );
});

const TENANTS = Array.from({ length: 40 }, (_, index) => tenantRecord(`t${index}`));
const WHOLE = shardsOf(TENANTS, 4).map((run) => written(run));

function without(index: number): readonly NamedReport[] {
  return WHOLE.filter((_, place) => place !== index);
}

describe("a fleet that is well", () => {
  test("passes", () => {
    expect(merge(WHOLE).report).toMatchObject({
      verdict: "pass",
      findings: [],
      counts: { pass: 40 },
    });
  });

  test("passes as the one report of a run over all of it", () => {
    const whole = fleetOf(TENANTS);
    expect(merge([written(whole)]).report).toEqual(whole.report);
  });

  test("passes with shards that have nobody", () => {
    const few = shardsOf(TENANTS.slice(0, 2), 8).map((run) => written(run));
    expect(merge(few).report).toMatchObject({ verdict: "pass", counts: { pass: 2 } });
  });

  test("that is empty does not", () => {
    expect(toldBy(shardsOf([], 2).map((run) => written(run)))).toEqual([
      expect.stringMatching(/^fleet-empty: /),
    ]);
  });

  test("is named as the shards have it", () => {
    expect(merge(WHOLE).manifest).toMatchObject({ path: MANIFEST.path, tenants: 40 });
  });
});

describe("a report of an earlier attempt of the same run", () => {
  const attempts = (...those: readonly (number | undefined)[]): readonly NamedReport[] =>
    shardsOf(TENANTS, those.length).map((run, index) =>
      written(run, optional("attempt", those[index])),
    );

  test.each<[string, readonly (number | undefined)[], number | undefined, FleetOutcome["earlier"]]>(
    [
      ["all of this one", [2, 2, 2], 2, undefined],
      ["some of the one before", [1, 2, 1], 2, [{ attempt: 1, shards: [1, 3] }]],
      [
        "of several, the oldest first",
        [3, 1, 2, 1],
        3,
        [
          { attempt: 1, shards: [2, 4] },
          { attempt: 2, shards: [3] },
        ],
      ],
      ["not told by the reports", [undefined, 2], 2, undefined],
      ["not known to whoever merges", [1, 2], undefined, undefined],
    ],
  )("counts, and is told: %s", (_name, those, attempt, earlier) => {
    const outcome = merge(attempts(...those), optional("attempt", attempt));
    expect(outcome.report.verdict).toBe("pass");
    expect(outcome.earlier).toEqual(earlier);
  });

  test("is refused where it is of a later one", () => {
    const { report } = merge(attempts(1, 2), { attempt: 1 });
    expect(report.verdict).toBe("fail");
    expect(report.findings.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      expect.stringMatching(/^shard-missing: .*shard 2 of 2/),
      expect.stringMatching(
        /^shard-mismatch: .*`reports\/2.json` is of a later attempt of the run/,
      ),
    ]);
  });
});

describe("what the user has switched off", () => {
  const SHARED = { company: "a".repeat(32) };
  const OFF = parseSeverities(
    "tenant-company-shared: off, tenant-key-unclaimed: off, scope-excess: notice",
  ).severities;
  const records = TENANTS.map((record, index) =>
    index < 2 ? { ...record, fingerprints: SHARED } : record,
  );
  const files = shardsOf(records, 4, { ofFleet: [UNCLAIMED] }).map((run) => written(run));

  test("is known still, of each tenant and of the fleet", () => {
    const { report } = merge(files, { severities: OFF });
    expect(report).toMatchObject({ verdict: "pass", findings: [] });
    expect(report.switchedOff).toEqual([UNCLAIMED]);
    const told = report.tenants.filter(({ switchedOff }) => switchedOff.length > 0);
    expect(told.map(({ record }) => record.id).toSorted()).toEqual(["t0", "t1"]);
    for (const { switchedOff } of told) {
      expect(switchedOff).toMatchObject([{ id: "tenant-company-shared" }]);
    }
  });

  test("is nothing where nothing is", () => {
    const { report } = merge(files);
    expect(report.switchedOff).toEqual([]);
    expect(report.tenants.flatMap(({ switchedOff }) => switchedOff)).toEqual([]);
  });

  test("in a shard, and nowhere else, reaches the merge in its report", () => {
    const ofShards = shardsOf(records, 4).map((run) =>
      written({ ...run, report: { ...run.report, switchedOff: [UNCLAIMED] } }),
    );
    expect(merge(ofShards).report.switchedOff).toEqual([UNCLAIMED]);
  });

  test("in one shard and told by another, is told and not called switched off", () => {
    const [, ...others] = shardsOf(records, 4, { ofFleet: [UNCLAIMED] });
    const [silent] = shardsOf(records, 4).map((run) =>
      written({ ...run, report: { ...run.report, switchedOff: [UNCLAIMED] } }),
    );
    const mixed = [...(silent === undefined ? [] : [silent]), ...others.map((run) => written(run))];
    const { report } = merge(mixed);
    expect(report.findings).toContainEqual(UNCLAIMED);
    expect(report.switchedOff).toEqual([]);
    const { report: off } = merge(mixed, { severities: OFF });
    expect(off.switchedOff).toEqual([UNCLAIMED]);
  });
});

describe("what does not belong together", () => {
  const OTHER = "2".repeat(32);
  const HOUR = 3_600_000;
  const second = shardsOf(TENANTS, 4)[1] ?? fleetOf([]);
  const otherManifest = { ...second, manifest: { ...second.manifest, digest: "e".repeat(64) } };
  const otherPath = { ...second, manifest: { ...second.manifest, path: "other.yml" } };
  const more = { ...second, manifest: { ...second.manifest, tenants: 41 } };
  const stranger = fleetOf(TENANTS.filter(({ id }) => !isInShard(id, { index: 2, count: 4 })));

  test.each<[string, readonly NamedReport[], readonly RegExp[]]>([
    ["one is missing", without(1), [/^shard-missing: .*no report of shard 2 of 4,/]],
    [
      "two are missing",
      without(1).slice(0, 2),
      [/^shard-missing: .*no report of shards 2, 4 of 4,/],
    ],
    [
      "one is there twice",
      [...WHOLE, written(second, { file: "again.json" })],
      [/^shard-mismatch: There are 2 reports of shard 2,/],
    ],
    [
      "one is of another run",
      [...without(1), written(second, { run: OTHER })],
      [/^shard-missing/, /`reports\/2.json` is of another run of the workflow,/],
    ],
    [
      "one is of another manifest",
      [...without(1), written(otherManifest)],
      [/`reports\/2.json` is about another manifest/],
    ],
    ["one is of a manifest elsewhere", [...without(1), written(otherPath)], [/another manifest/]],
    ["one has counted otherwise", [...without(1), written(more)], [/another manifest/]],
    [
      "one is of another division",
      [...without(1), written(shardsOf(TENANTS, 5)[1] ?? second)],
      [/another number of shards/],
    ],
    [
      "one has others' tenants",
      [...without(1), written({ ...stranger, shard: { index: 2, count: 4 } })],
      [/^shard-missing/, /has a tenant that belongs to another shard/],
    ],
    [
      "one is of tomorrow",
      [...without(1), written(second, { at: new Date(NOW.getTime() + 2 * HOUR) })],
      [/^shard-missing/, /is dated in the future/],
    ],
    [
      "one is old",
      [...without(1), written(second, { at: new Date(NOW.getTime() - 24 * HOUR - 1) })],
      [/^shard-missing/, /is more than 24 hours old/],
    ],
    [
      "one cannot be read",
      [...without(1), { file: "x.json", read: { kind: "refused", problem: "is no JSON" } }],
      [/^shard-missing/, /`x.json` is no JSON,/],
    ],
    [
      "there is something else besides",
      [...WHOLE, { file: "x.json", read: { kind: "refused", problem: "is no JSON" } }],
      [/`x.json` is no JSON,/],
    ],
  ])("fails where %s, and says so", (_name, files, expected) => {
    const told = toldBy(files);
    expect(told).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(told[index]).toMatch(pattern);
    expect(merge(files).report.verdict).toBe("fail");
    expect(toldBy(files.toReversed())).toEqual(told);
  });

  test("is not a report that is just a day old", () => {
    const files = [...without(1), written(second, { at: new Date(NOW.getTime() - 24 * HOUR) })];
    expect(merge(files).report.verdict).toBe("pass");
  });

  test("is told in the same order, whatever the order of the files", () => {
    const bad = ["b.json", "a.json", "c.json"].map((file) => ({
      file,
      read: { kind: "refused", problem: "is no JSON" } as const,
    }));
    const told = toldBy([...WHOLE, ...bad]);
    expect(told.map((line) => /`(\w).json`/.exec(line)?.[1])).toEqual(["a", "b", "c"]);
    expect(toldBy([...bad, ...WHOLE])).toEqual(told);
  });

  test("is told in a bounded number of lines", () => {
    const wrong = Array.from({ length: 100 }, (_, index) => ({
      file: `${index}.json`,
      read: { kind: "refused", problem: "is no JSON" } as const,
    }));
    const told = toldBy([...WHOLE, ...wrong]);
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toContain("There are 80 more problems");
    const many = toldBy([written(fleetOf(TENANTS, { shard: { index: 1, count: 200 } }))]);
    expect(many[0]).toContain("and 179 more of 200");
  });

  test.each<[string, readonly NamedReport[]]>([
    ["nothing", []],
    ["what is no report", [{ file: "x.json", read: { kind: "refused", problem: "is no JSON" } }]],
    ["reports of another run", shardsOf(TENANTS, 4).map((run) => written(run, { run: OTHER }))],
  ])("is no fleet at all with %s", (_name, files) => {
    const merged = mergeReports(files, MERGING);
    expect(merged.kind === "nothing" && merged.problems).toHaveLength(files.length);
  });
});

describe("across shards", () => {
  const key = { key: "a".repeat(32) };
  const [one, other] = [
    TENANTS.find(({ id }) => isInShard(id, { index: 1, count: 2 })),
    TENANTS.find(({ id }) => isInShard(id, { index: 2, count: 2 })),
  ];
  const sharing = [one, other].flatMap((record) =>
    record === undefined ? [] : [{ ...record, fingerprints: key }],
  );
  const files = shardsOf(sharing, 2).map((run) => written(run));

  test("a key that two tenants share is found, though neither shard could see it", () => {
    for (const { verdict } of shardsOf(sharing, 2).map(({ report }) => report)) {
      expect(verdict).toBe("pass");
    }
    const { verdict, tenants } = merge(files).report;
    expect(verdict).toBe("fail");
    expect(tenants.map(({ findings }) => findings.map(({ id }) => id))).toEqual([
      ["tenant-key-shared"],
      ["tenant-key-shared"],
    ]);
  });

  test("tenants that were not reached are counted once", () => {
    const late = shardsOf(TENANTS, 4).map((run, index) =>
      index === 2 ? { ...run, report: fleetOf([], { manifestTenants: 9 }).report } : run,
    );
    const missing = TENANTS.filter(({ id }) => isInShard(id, { index: 3, count: 4 })).length;
    const files = late.map((run) => written(run));
    expect(toldBy(files)).toEqual([
      expect.stringMatching(new RegExp(`^fleet-unfinished: ${missing} tenants of the manifest`)),
    ]);
    expect(merge(files).report.verdict).toBe("unknown");
  });

  test("findings weigh what the step that merges says", () => {
    const company = { company: "c".repeat(32) };
    const records = sharing.map((record) => ({ ...record, fingerprints: company }));
    const reports = shardsOf(records, 2, { ofFleet: [OPEN_FILE] }).map((run) => written(run));
    const { severities } = parseSeverities(
      "tenant-company-shared: warning, tenant-key-file-open: off",
    );
    const { report } = merge(reports, { severities });
    expect(report).toMatchObject({ verdict: "pass", findings: [] });
    expect(report.tenants[0]?.findings).toMatchObject([{ severity: "warning" }]);
    expect(merge(reports).report.verdict).toBe("fail");
  });

  test("a tenant's own open question stays open", () => {
    const [first, ...rest] = TENANTS;
    const doubtful = { ...first, report: { ...first?.report, findings: [DOUBT] } } as TenantRecord;
    const files = shardsOf([doubtful, ...rest], 4).map((run) => written(run));
    expect(merge(files).report).toMatchObject({ verdict: "unknown", counts: { unknown: 1 } });
  });
});
