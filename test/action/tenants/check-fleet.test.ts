import { afterEach, describe, expect, test } from "vitest";
import { checkKey, NO_REPORT } from "../../../action/check.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import { startProgress } from "../../../action/tenants/check-fleet-progress.ts";
import { checkFleet } from "../../../action/tenants/check-fleet.ts";
import { GuardError } from "../../../src/errors.ts";
import { API_ORIGINS } from "../../../src/pleo/hosts.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { FAULT_NAMES } from "../../pleo-simulator/faults/catalogue.ts";
import { fleetMembers, issueFleet, type Differences } from "../../pleo-simulator/fleet.ts";
import { ownedBy } from "../../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { quickApi, timeoutFor } from "../pleo-api/quick-api.ts";
import {
  configFor,
  fleetPorts,
  limitsFor,
  openQuickly,
  quickPace,
  tenantOf,
  valuesOf,
} from "./check-fleet-stage.ts";

const simulators: Simulator[] = [];
afterEach(async () => {
  await Promise.all(simulators.splice(0).map((simulator) => simulator.close()));
});

async function startFleet(count: number, differencesOf?: Differences) {
  const members = fleetMembers("check-fleet", count);
  const simulator = await startSimulator({ issued: issueFleet(members, differencesOf) });
  simulators.push(simulator);
  return { members, simulator, values: valuesOf(members) };
}

const verdictsOf = (records: readonly TenantRecord[]) =>
  Object.fromEntries(records.map(({ id, report }) => [id, report.verdict]));
const idsOf = ({ report }: TenantRecord) => report.findings.map(({ id }) => id);

describe("a fleet", () => {
  test("gets a record for each tenant, in the order of the manifest", async () => {
    const { members, simulator, values } = await startFleet(40);
    const tenants = members.map((member, index) =>
      tenantOf(member, { line: index + 3, ...(index === 1 ? { owner: "Ada" } : {}) }),
    );
    const records = await checkFleet(tenants, fleetPorts({ values }), limitsFor(simulator.origin));
    expect(records.map(({ id }) => id)).toEqual(tenants.map(({ id }) => id));
    expect(new Set(records.map(({ report }) => report.verdict))).toEqual(new Set(["pass"]));
    expect(records[1]).toMatchObject({ line: 4, owner: "Ada", environment: "production" });
    expect(Object.hasOwn(records[2] ?? {}, "owner")).toBe(false);
    const companies = new Set(records.map(({ fingerprints }) => fingerprints.company));
    const keys = new Set(records.map(({ fingerprints }) => fingerprints.key));
    expect([companies.size, keys.size]).toEqual([40, 40]);
  });

  test("of nobody has no records", async () => {
    const limits = limitsFor("http://127.0.0.1:9");
    expect(await checkFleet([], fleetPorts({ values: new Map() }), limits)).toEqual([]);
  });

  test("is judged each by what is expected of it", async () => {
    const { members, simulator, values } = await startFleet(6, (_, index) => {
      if (index === 1) return ownedBy(COMPANIES.florist);
      if (index === 2) return { opens: "nothing" };
      if (index === 3) return { scopes: ["users:read"] };
      return undefined;
    });
    const tenants = members.map((member) => tenantOf(member));
    const records = await checkFleet(tenants, fleetPorts({ values }), limitsFor(simulator.origin));
    expect(records.map(({ report }) => report.verdict)).toEqual([
      "pass",
      "fail",
      "fail",
      "fail",
      "pass",
      "pass",
    ]);
    expect(records.slice(1, 4).map((record) => idsOf(record)[0])).toEqual([
      "company-mismatch",
      "key-rejected",
      "scope-missing",
    ]);
  });

  test("has two tenants with the same fingerprints where they have the same key", async () => {
    const { members, simulator, values } = await startFleet(3);
    const tenants = members.map((member) => tenantOf(member));
    const shared = new Map(values).set("tenant-3", values.get("tenant-1") ?? "");
    const records = await checkFleet(
      tenants,
      fleetPorts({ values: shared }),
      limitsFor(simulator.origin),
    );
    const [first, second, third] = records.map(({ fingerprints }) => fingerprints);
    expect(third).toEqual(first);
    expect(second?.key).not.toBe(first?.key);
    expect(verdictsOf(records)).toMatchObject({ "tenant-1": "pass", "tenant-3": "fail" });
  });

  test("leaves nothing of its keys in its records but each one's own hint", async () => {
    const { members, simulator, values } = await startFleet(12, (_, index) =>
      index % 2 === 0 ? { opens: "nothing" } : undefined,
    );
    const tenants = members.map((member) => tenantOf(member));
    const records = await checkFleet(tenants, fleetPorts({ values }), limitsFor(simulator.origin));
    for (const [index, record] of records.entries()) {
      const text = JSON.stringify({ ...record, fingerprints: {} });
      for (const [other, { key }] of members.entries()) {
        expect(text.includes(key.reveal().slice(4, 12))).toBe(false);
        expect(text.includes(key.reveal().slice(-10, -4))).toBe(false);
        if (other === index) expect(record.report.keyHint).toBe(key.hint);
      }
    }
  });

  test("weighs what each tenant's check finds as the user wants it", async () => {
    const { members, simulator, values } = await startFleet(2, () => ({
      scopes: ["users:read", "accounts:write"],
    }));
    const tenants = members.map((member) => {
      const tenant = tenantOf(member);
      return { ...tenant, expectation: { ...tenant.expectation, requiredScopes: ["users:read"] } };
    });
    const inputs = { "api-url": simulator.origin, severities: "scope-excess: error" };
    const records = await checkFleet(
      tenants,
      fleetPorts({ values }),
      limitsFor(simulator.origin, { config: configFor(inputs) }),
    );
    expect(verdictsOf(records)).toEqual({ "tenant-1": "fail", "tenant-2": "fail" });
  });
});

describe("a tenant in trouble", () => {
  test("leaves every other as it is alone, whatever Pleo does to it", async () => {
    // Between any two that are struck stands one that is not.
    const { members, simulator, values } = await startFleet(2 * FAULT_NAMES.length);
    const timeouts = new Map<string, number>();
    for (const [index, name] of FAULT_NAMES.entries()) {
      const key = members[2 * index]?.key;
      if (key === undefined) continue;
      simulator.fault(name, { key });
      timeouts.set(key.reveal(), timeoutFor(name));
    }
    const ports = fleetPorts({
      values,
      timeoutFor: (key) => timeouts.get(key.reveal()) ?? 20_000,
    });
    const tenants = members.map((member) => tenantOf(member));
    const records = await checkFleet(tenants, ports, limitsFor(simulator.origin));
    const alone: TenantRecord[] = [];
    for (const tenant of tenants) {
      alone.push(...(await checkFleet([tenant], ports, limitsFor(simulator.origin))));
    }
    expect(records).toEqual(alone);
    const others = records.filter((_, index) => index % 2 === 1);
    expect(new Set(others.map(({ report }) => report.verdict))).toEqual(new Set(["pass"]));
  }, 300_000);

  test("is checked as the single check does it", async () => {
    const { members, simulator, values } = await startFleet(4, (_, index) =>
      index === 2 ? { opens: "no-door" } : undefined,
    );
    const tenants = members.map((member) => tenantOf(member));
    const ports = fleetPorts({ values });
    const limits = limitsFor(simulator.origin);
    const records = await checkFleet(tenants, ports, limits);
    for (const [index, tenant] of tenants.entries()) {
      const single = await checkKey(
        { ...limits.raw, "api-key": values.get(tenant.id) },
        { ...limits.config, expectation: tenant.expectation },
        {
          clock: ports.clock,
          openPleo: ports.openWithin({ ...limits, mayHoldSecret: () => true }),
        },
      );
      expect(records[index]?.report).toMatchObject({
        verdict: single.verdict,
        findings: single.findings,
        proofs: single.proofs,
      });
    }
  });

  test.each([
    ["that nobody foresaw", (secret: string) => new Error(secret), "in a way that it did not"],
    ["that can be told", () => new GuardError("HOST_REFUSED", "That is no Pleo."), "is no Pleo,"],
  ])("by a fault %s is unchecked, and nobody else is", async (_, makeError, told) => {
    const { members, simulator, values } = await startFleet(5);
    const tenants = members.map((member) => tenantOf(member));
    const victim = members[1]?.key.reveal() ?? "";
    const ports = fleetPorts({ values });
    const records = await checkFleet(
      tenants,
      {
        ...ports,
        openWithin: (limits) => (key, origin) => {
          if (key.reveal() === victim) throw makeError(victim);
          return ports.openWithin(limits)(key, origin);
        },
      },
      limitsFor(simulator.origin),
    );
    expect(records.map(({ report }) => report.verdict)).toEqual([
      "pass",
      "unknown",
      "pass",
      "pass",
      "pass",
    ]);
    const [finding] = records[1]?.report.findings ?? [];
    expect(finding?.id).toBe("tenant-unchecked");
    expect(finding?.message).toContain(told);
    expect(JSON.stringify(records[1])).not.toContain(victim.slice(0, -4));
  });

  test("without a key fails, and asks nothing", async () => {
    const { members, simulator, values } = await startFleet(3);
    const some = new Map([...values].filter(([id]) => id !== "tenant-2"));
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      fleetPorts({ values: some }),
      limitsFor(simulator.origin),
    );
    expect(verdictsOf(records)).toEqual({
      "tenant-1": "pass",
      "tenant-2": "fail",
      "tenant-3": "pass",
    });
    expect(records[1]).toMatchObject({ fingerprints: {} });
    expect(records.map((record) => idsOf(record))[1]).toEqual(["tenant-key-unavailable"]);
    expect(simulator.requests).toHaveLength(4);
  });

  test("whose previous key cannot be read is checked all the same, and keeps both", async () => {
    const { members, simulator, values } = await startFleet(1);
    const tenants = members.map((member) =>
      tenantOf(member, { previousKey: { kind: "env", name: "OLD_KEY" } }),
    );
    const records = await checkFleet(tenants, fleetPorts({ values }), limitsFor(simulator.origin));
    expect(records.map((record) => idsOf(record))).toEqual([["tenant-key-unavailable"]]);
    expect(records[0]?.report.findings[0]?.message).toContain("previous key");
    expect(records[0]?.report).toMatchObject({
      verdict: "fail",
      previousKey: "needed",
      proofs: { accepted: true, active: true, company: true },
    });
  });

  test("whose new key opens another company than the old one fails", async () => {
    const { members, simulator, values } = await startFleet(3);
    const [first, second] = members;
    if (first === undefined || second === undefined) throw new Error("no members");
    const moved = tenantOf(second, { previousKey: { kind: "secret", name: first.id } });
    const [record] = await checkFleet([moved], fleetPorts({ values }), limitsFor(simulator.origin));
    expect(record?.report.verdict).toBe("fail");
    expect(Object.keys(record?.fingerprints ?? {}).toSorted()).toEqual([
      "company",
      "key",
      "previousKey",
    ]);
  });
});

describe("asking Pleo", () => {
  test("has at most 16 tenants under way, and as many as that", async () => {
    const members = fleetMembers("workers", 60);
    let [now, most] = [0, 0];
    const ports = fleetPorts({ values: valuesOf(members) });
    await checkFleet(
      members.map((member) => tenantOf(member)),
      {
        ...ports,
        openWithin: () => async () => {
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setTimeout(resolve, 2));
          now -= 1;
          throw new GuardError("HOST_REFUSED", "Not today.");
        },
      },
      limitsFor("http://127.0.0.1:9"),
    );
    expect(most).toBe(16);
  });

  test("takes a turn for each attempt, those again included", async () => {
    const { members, simulator, values } = await startFleet(3);
    const [, key] = members.map((member) => member.key);
    simulator.fault("server-error", { times: 1, ...(key === undefined ? {} : { key }) });
    const pace = quickPace();
    let turns = 0;
    const counted = {
      turn: () => {
        turns += 1;
        return pace.turn();
      },
      heed: () => {
        throw new Error("nobody asked for a pause");
      },
    };
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      fleetPorts({ values }),
      limitsFor(simulator.origin, { pace: counted }),
    );
    expect(records.map(({ report }) => report.verdict)).toEqual(["pass", "pass", "pass"]);
    expect(turns).toBe(7);
    expect(simulator.requests).toHaveLength(7);
  });

  test.each([
    ["rate-limited-seconds", [1_000]],
    ["rate-limited", [0]],
    ["service-unavailable-seconds", []],
  ] as const)("after %s tells everybody %j", async (fault, heeded) => {
    const { members, simulator, values } = await startFleet(1);
    simulator.fault(fault, { times: 1 });
    const waits: number[] = [];
    const pace = {
      turn: () => Promise.resolve(),
      heed: (milliseconds: number) => {
        waits.push(milliseconds);
      },
    };
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      fleetPorts({ values }),
      limitsFor(simulator.origin, { pace }),
    );
    expect(verdictsOf(records)).toEqual({ "tenant-1": "pass" });
    expect(waits).toEqual(heeded);
  });

  test("leaves the waiting after a rate limit to the pace", async () => {
    const { simulator } = await startFleet(0);
    simulator.fault("rate-limited-seconds", { times: 1 });
    const pace = { turn: () => Promise.resolve(), heed: () => undefined };
    const { api, waits } = quickApi(simulator, { pace });
    expect((await api.introspect()).kind).toBe("ok");
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeLessThan(1_000);
  });

  test("sends nothing where the turn comes after the end", async () => {
    const { simulator } = await startFleet(0);
    let left = 1_000;
    const turn = (): Promise<void> => {
      left = 0;
      return Promise.resolve();
    };
    const { api } = quickApi(simulator, {
      pace: { turn, heed: () => undefined },
      deadline: { remainingMs: () => left },
    });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "not-asked" });
    expect(simulator.requests).toEqual([]);
  });

  test("does not charge a tenant for waiting for its turn", async () => {
    const { members, simulator, values } = await startFleet(1);
    const limits = limitsFor(simulator.origin);
    const pace = {
      turn: () => new Promise<void>((resolve) => setTimeout(resolve, 1_500)),
      heed: () => undefined,
    };
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      fleetPorts({ values }),
      { ...limits, pace, config: { ...limits.config, timeoutMs: 2_500 } },
    );
    // Two turns of 1.5 s.
    expect(verdictsOf(records)).toEqual({ "tenant-1": "pass" });
  });

  test("goes to the address of each tenant's environment", async () => {
    const members = fleetMembers("origins", 2);
    const tenants = members.map((member, index) => {
      const tenant = tenantOf(member);
      const environment = index === 0 ? "production" : "staging";
      return { ...tenant, expectation: { ...tenant.expectation, environment } } as const;
    });
    const originsWith = async (inputs: Record<string, string>) => {
      const origins: string[] = [];
      const limits = limitsFor("http://127.0.0.1:9", { config: configFor(inputs) });
      const openWithin = () => (_: unknown, origin: string) => {
        origins.push(origin);
        throw new GuardError("HOST_REFUSED", "Not today.");
      };
      await checkFleet(tenants, fleetPorts({ values: valuesOf(members) }, { openWithin }), limits);
      return origins;
    };
    const { production, staging } = API_ORIGINS;
    expect(await originsWith({})).toEqual([production, staging]);
    expect(await originsWith({ "api-url": production })).toEqual([production, staging]);
    const own = "http://127.0.0.1:9";
    expect(await originsWith({ "api-url": own })).toEqual([own, own]);
  });
});

describe("the end of the run", () => {
  test("leaves tenants without a record that nobody came to", async () => {
    const { members, simulator, values } = await startFleet(40);
    let begun = 0;
    const ports = fleetPorts({ values });
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      {
        ...ports,
        openWithin: (limits) => {
          begun += 1;
          return openQuickly({ ...limits, deadline: startDeadline(60_000) });
        },
      },
      limitsFor(simulator.origin, { deadline: { remainingMs: () => (begun < 20 ? 1_000 : 0) } }),
    );
    expect(records.map(({ id }) => id)).toEqual(members.slice(0, 20).map(({ id }) => id));
    expect(new Set(records.map(({ report }) => report.verdict))).toEqual(new Set(["pass"]));
  });

  test("leaves those unknown that were under way", async () => {
    const { members, simulator, values } = await startFleet(3);
    let left = 1_000;
    const pace = {
      turn: () => {
        left = 0;
        return Promise.resolve();
      },
      heed: () => undefined,
    };
    const records = await checkFleet(
      members.map((member) => tenantOf(member)),
      fleetPorts({ values }),
      limitsFor(simulator.origin, { pace, deadline: { remainingMs: () => left } }),
    );
    expect(records.length).toBeGreaterThan(0);
    expect(new Set(records.map(({ report }) => report.verdict))).toEqual(new Set(["unknown"]));
    expect(simulator.requests).toHaveLength(0);
    expect(records[0]?.report).not.toEqual(NO_REPORT);
  });
});

describe("how far it has come", () => {
  function progressOver(total: number, millisecondsEach: number): readonly string[] {
    const lines: string[] = [];
    let now = 0;
    const progress = startProgress(
      total,
      (line) => lines.push(line),
      () => now,
    );
    for (let index = 0; index < total; index += 1) {
      now += millisecondsEach;
      progress.count(index % 10 === 0 ? "fail" : "pass");
    }
    return lines;
  }

  test("is not told on a short run", () => {
    expect(progressOver(400, 12)).toEqual([]);
  });

  test("is told at each tenth, but for the last, of which the summary speaks", () => {
    const lines = progressOver(100, 600);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe("Checked 10 of 100 tenants: 9 pass, 1 fail, 0 unknown.");
  });

  test("is told every 30 s where a tenth takes longer", () => {
    expect(progressOver(10_000, 600)).toHaveLength(199);
    expect(progressOver(4, 29_999)).toHaveLength(3);
  });

  test("is not told faster than anybody can read", () => {
    expect(progressOver(1_000, 20)).toHaveLength(3);
  });
});
