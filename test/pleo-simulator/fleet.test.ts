import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isKnownShape } from "../../src/key/shape.ts";
import { parseUuid } from "../../src/pleo/urn.ts";
import { ask } from "../support/ask-simulator.ts";
import { fleetMembers, issueFleet } from "./fleet.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

const members = fleetMembers("a seed", 300);
const [first, second, third] = members;
if (first === undefined || second === undefined || third === undefined) throw new Error("none");

describe("the members of a fleet", () => {
  test("are the same for the same seed, and others for another", () => {
    const reveal = (seed: string) => fleetMembers(seed, 300).map(({ key }) => key.reveal());
    expect(reveal("a seed")).toEqual(members.map(({ key }) => key.reveal()));
    expect(reveal("a seed").filter((key) => reveal("another seed").includes(key))).toEqual([]);
  });

  test("have a key and a company each, in the form of Pleo's", () => {
    expect(new Set(members.map(({ key }) => key.reveal())).size).toBe(300);
    expect(new Set(members.map(({ company }) => company.id)).size).toBe(300);
    for (const { key, company } of members) {
      expect(isKnownShape(key.reveal())).toBe(true);
      expect(parseUuid(company.id)).toBe(company.id);
    }
  });
});

describe("a simulator with a fleet", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    const issued = issueFleet(members, (member) =>
      member === second ? { opens: "nothing" } : undefined,
    );
    simulator = await startSimulator({ issued, isRecording: false });
  });
  afterAll(() => simulator.close());

  test("opens each one's own company, and no other's", async () => {
    const path = (id: string) => `/v1/companies/${id}`;
    const own = await ask(simulator.origin, first.key, { path: path(first.company.id) });
    expect(own).toMatchObject({ status: 200, body: { data: { name: first.company.name } } });
    const other = await ask(simulator.origin, first.key, { path: path(third.company.id) });
    expect(other.status).toBe(404);
  });

  test("knows what is different about a key, and no key that is none of its own", async () => {
    const path = "/v1/introspect";
    expect((await ask(simulator.origin, second.key, { path })).status).toBe(401);
    const stranger = fleetMembers("another seed", 1)[0]?.key;
    expect((await ask(simulator.origin, stranger, { path })).status).toBe(401);
  });

  test("strikes one key only, where a fault is for that", async () => {
    const path = "/v1/introspect";
    simulator.fault("server-error", { key: first.key });
    expect((await ask(simulator.origin, first.key, { path })).status).toBe(500);
    expect((await ask(simulator.origin, third.key, { path })).status).toBe(200);
    simulator.clearFaults();
  });

  test("keeps no requests where it is told so", () => {
    expect(simulator.requests).toEqual([]);
  });
});
