import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import type { TenantRecord } from "../../../../src/tenancy/tenant.ts";
import { fleetOf, UNCLAIMED } from "../example-fleet.ts";
import { FAILED, openFleetStage, WARNED, type FleetStage } from "./stage.ts";

const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((log: unknown) => boolean) & { readonly errors?: unknown };
  addMetaSchema(schema: unknown): void;
}
const Ajv = require("ajv") as new (options: object) => Validator;
const ajv = new Ajv({ schemaId: "id", allErrors: true, unknownFormats: "ignore", logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

let stage: FleetStage;
beforeEach(async () => {
  stage = await openFleetStage();
});
afterEach(() => stage.close());

const tell: FleetStage["tell"] = (...telling) => stage.tell(...telling);

describe("SARIF", () => {
  interface Result {
    readonly ruleId: string;
    readonly message: { readonly text: string };
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    }[];
  }
  interface Log {
    readonly runs: readonly {
      readonly automationDetails: { readonly id: string };
      readonly results: readonly Result[];
    }[];
  }

  async function sarifOf(outcome: FleetOutcome): Promise<Log["runs"][number]> {
    await tell(outcome, { inputs: { "sarif-file": "x.sarif", "report-file": "r.json" } });
    const log = JSON.parse(readFileSync(join(stage.workspace, "x.sarif"), "utf8")) as Log;
    expect([validate(log), validate.errors]).toEqual([true, null]);
    const { runs } = log;
    const [run] = runs;
    if (run === undefined) throw new Error("There is no run.");
    return run;
  }

  test("has each finding at its tenant's line, one result for each tenant", async () => {
    const other = { ...FAILED, id: "b-other" };
    const { results } = await sarifOf(fleetOf([FAILED, other, WARNED], { ofFleet: [UNCLAIMED] }));
    const places = results.map(({ message, locations: [location] }) => [
      /^Tenant ([\w-]+): /.exec(message.text)?.[1],
      location?.physicalLocation.artifactLocation.uri,
      location?.physicalLocation.region.startLine,
    ]);
    expect(places).toEqual([
      ["b-failed", "config/tenants.yml", 12],
      ["b-other", "config/tenants.yml", 12],
      [undefined, "config/tenants.yml", 1],
      ["d-warned", "config/tenants.yml", 18],
    ]);
    const prints = results.map((result) => result.partialFingerprints["pleoKeyGuard/v1"]);
    expect(new Set(prints).size).toBe(4);
  });

  test("knows a tenant's finding again when the tenant has moved", async () => {
    const printsOf = async (records: readonly TenantRecord[]): Promise<readonly unknown[]> =>
      (await sarifOf(fleetOf(records))).results.map((result) => result.partialFingerprints);
    const before = await printsOf([FAILED]);
    expect(await printsOf([{ ...FAILED, line: 99 }])).toEqual(before);
    expect(await printsOf([{ ...FAILED, id: "b-other" }])).not.toEqual(before);
  });

  test("of a shard replaces no other's", async () => {
    const whole = await sarifOf(fleetOf([FAILED]));
    expect(whole.automationDetails.id).toBe("pleo-key-guard/tenants/config/tenants.yml/");
    const shard = await sarifOf(fleetOf([FAILED], { shard: { index: 1, count: 2 } }));
    expect(shard.automationDetails.id).toBe("pleo-key-guard/tenants/config/tenants.yml/1-of-2/");
  });
});
