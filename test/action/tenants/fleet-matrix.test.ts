import { describe, expect, test } from "vitest";
import type { FindingId } from "../../../src/report/catalogue.ts";
import { FAULT_NAMES, type FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import type { FleetMember } from "../../pleo-simulator/fleet.ts";
import type { FaultOptions } from "../../pleo-simulator/faults/schedule.ts";
import { ownedBy, READ_SCOPES, scenario } from "../../pleo-simulator/scenario.ts";
import { startSimulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { VIOLATIONS } from "../gate-violations.ts";
import { findingIds, keyScene, outputsIn, playInMemory, type KeyScene } from "../key-scene.ts";
import { quickApi, timeoutFor } from "../pleo-api/quick-api.ts";
import { runInMemory, type MemoryRun } from "../../support/run-in-memory.ts";
import { formsShown, WRAPPINGS } from "../../support/twin-keys.ts";
import { WAYS_TO_PASS } from "../ways-to-pass.ts";
import {
  keysFor,
  marksOf,
  OTHERS,
  playInFleet,
  STRUCK,
  twinsOfFleet,
  type FleetKeys,
  type FleetPlay,
  type TenantMarks,
} from "./fleet-matrix-stage.ts";

const ROTATION = WAYS_TO_PASS["a rotation"] ?? keyScene();

const [OTHER] = OTHERS;
const UNHEARD_OF = "10000000-0000-4000-8000-0000000000ff";
/** A date that is none never gets as far as a tenant: the manifest is refused. */
const TOLD_OF_THE_MANIFEST = ["the expiry is no date"];

function withCompanyOf(member: FleetMember | undefined): KeyScene {
  if (member === undefined) throw new Error("There is nobody else.");
  return keyScene({ knows: scenario("another's", ownedBy(member.company)) });
}

function withKeyOf(member: FleetMember | undefined): (keys: FleetKeys) => FleetKeys {
  return (keys) => {
    const key = keys.get(member?.id ?? "");
    if (key === undefined) throw new Error("There is nobody else.");
    return new Map([...keys, [STRUCK, key]]);
  };
}

interface Told {
  readonly tenant?: string;
  readonly id: FindingId;
}

function findingsIn({ written }: MemoryRun): readonly Told[] {
  return JSON.parse(outputsIn({ written, failed: false, masks: [] })["findings"] ?? "[]") as Told[];
}

interface WrittenTenant {
  readonly id: string;
  readonly verdict: string;
  readonly markdown?: string;
}

function tenantsIn({ sinks: { report } }: FleetPlay): readonly WrittenTenant[] {
  return (JSON.parse(report) as { readonly tenants: readonly WrittenTenant[] }).tenants;
}

/**
 * What is said in one breath: a line, and in the log a line with those that are set in below it. Of SARIF and of the
 * outputs, which are one line, each finding.
 */
function sentencesIn({ sinks, written }: FleetPlay): readonly string[] {
  const { log, summary, comment, reminder, report, sarif } = sinks;
  const { runs } = JSON.parse(sarif) as {
    readonly runs: readonly { readonly results: readonly unknown[] }[];
  };
  return [
    ...log.split(/\n(?! {4})/),
    ...[summary, comment, reminder].flatMap((text) => text.split("\n")),
    ...report.split("\n"),
    ...runs.flatMap(({ results }) => results.map((result) => JSON.stringify(result))),
    ...findingsIn({ written, failed: false, masks: [] }).map((found) => JSON.stringify(found)),
  ];
}

function isAbout(sentence: string, { id, company, keys }: TenantMarks): boolean {
  return (
    sentence.includes(id) ||
    sentence.includes(company) ||
    keys.some(({ hint }) => hint !== undefined && new RegExp(`\\b${hint}\\b`).test(sentence))
  );
}

/** Keyed by the run and made of the key: the one thing that has to tell two keys apart. */
function withoutPrints(texts: FleetPlay["sinks"]): FleetPlay["sinks"] {
  const report = texts.report.replace(/"(key|previousKey)":"[0-9a-f]{32}"/g, '"$1":"…"');
  return { ...texts, report };
}

function expectNothingOfAnother(play: FleetPlay, keys: FleetKeys): void {
  const marks = marksOf(keys);
  const sentences = sentencesIn(play);
  expect(sentences.length).toBeGreaterThan(20);
  for (const sentence of sentences) {
    const about = marks.filter((each) => isAbout(sentence, each)).map(({ id }) => id);
    expect(about.length, `${about.join(" and ")} in: ${sentence}`).toBeLessThan(2);
  }
  for (const { id, markdown = "" } of tenantsIn(play)) {
    const others = marks.filter((each) => each.id !== id);
    expect(others.filter((each) => isAbout(markdown, each))).toEqual([]);
  }
}

function expectNoKey({ sinks }: FleetPlay, keys: FleetKeys): void {
  const text = Object.values(sinks).join("\n");
  for (const [name, key] of keys) expect(formsShown(text, key.reveal()), name).toEqual([]);
}

async function expectNoLeak(scene: KeyScene, timeoutMs = 20_000): Promise<void> {
  const keys = keysFor(scene);
  const twins = twinsOfFleet(keys);
  for (const eventName of ["pull_request", "schedule"] as const) {
    const options = { timeoutMs, eventName };
    const [first, second] = await Promise.all([
      playInFleet(scene, { ...options, keys }),
      playInFleet(scene, { ...options, keys: twins }),
    ]);
    const { reminder: _onlyWhereThereIsCause, comment, ...always } = first.sinks;
    for (const [sink, text] of Object.entries(always)) expect(text, sink).not.toBe("");
    expect(comment !== "").toBe(eventName === "pull_request");
    expect(withoutPrints(second.sinks)).toEqual(withoutPrints(first.sinks));
    expectNoKey(first, keys);
    expectNothingOfAnother(first, keys);
  }
}

describe("the keys of one tenant and their twins leave the same behind, and nothing of it is another's", () => {
  test.each(FAULT_NAMES)("under %s", async (name) => {
    await expectNoLeak(keyScene({ faults: [[name]] }), timeoutFor(name));
  });

  test.each<[string, KeyScene]>([
    ["all is well", keyScene()],
    ["a key is being replaced", ROTATION],
    ["the old key does not end", { ...ROTATION, inputs: { rotation: "finished" } }],
    ["Pleo rejects it", keyScene({ knows: scenario("gone", { opens: "nothing" }) })],
    ["it is of another company", keyScene({ inputs: { "company-id": UNHEARD_OF } })],
    ...Object.entries(WRAPPINGS).map(
      ([name, store]) => [`it is stored ${name}`, keyScene({ store })] as [string, KeyScene],
    ),
  ])("when %s", async (_name, scene) => {
    await expectNoLeak(scene);
  });

  test.each<[string, KeyScene, (keys: FleetKeys) => FleetKeys, FindingId]>([
    ["the other's company", withCompanyOf(OTHER), (keys) => keys, "company-mismatch"],
    ["the other's key", keyScene(), withKeyOf(OTHER), "tenant-key-shared"],
  ])("not in its own report even where it holds %s", async (_name, scene, mixUp, found) => {
    const keys = mixUp(keysFor(scene));
    const play = await playInFleet(scene, { keys });
    expectNoKey(play, keys);
    const reports = tenantsIn(play).flatMap(({ id, markdown }) =>
      markdown === undefined ? [] : [{ id, markdown }],
    );
    expect(reports.find(({ id }) => id === STRUCK)?.markdown).toContain(found);
    for (const { id, markdown } of reports) {
      const others = marksOf(keysFor(scene)).filter((each) => each.id !== id);
      expect(others.filter((each) => isAbout(markdown, each))).toEqual([]);
    }
  });
});

/** The check of the same key alone. */
async function playAlone(name: FaultName, limits: FaultOptions = {}): Promise<MemoryRun> {
  const simulator = await startSimulator();
  simulator.fault(name, limits);
  try {
    return await runInMemory({
      inputs: {
        "api-key": simulator.keys.healthy.reveal(),
        "api-url": simulator.origin,
        "company-id": COMPANIES.bakery.id,
        "required-scopes": READ_SCOPES.join(" "),
        "expires-on": "2999-01-31",
      },
      openPleo: (key) => quickApi(simulator, { key, timeoutMs: timeoutFor(name) }).api,
    });
  } finally {
    await simulator.close();
  }
}

/** Nobody's fault is another's, and nobody's is lost among those who are well. */
function expectSameGate(play: FleetPlay, alone: MemoryRun): void {
  const [outputs, ofOne] = [outputsIn(play), outputsIn(alone)];
  expect(outputs["verdict"]).toBe(ofOne["verdict"]);
  expect(outputs["deploy-allowed"]).toBe(ofOne["deploy-allowed"]);
  expect(play.failed).toBe(alone.failed);
  if (ofOne["verdict"] !== "pass") {
    expect(play.written).not.toContain("output deploy-allowed=true");
  }
  const verdicts = Object.fromEntries(tenantsIn(play).map(({ id, verdict }) => [id, verdict]));
  expect(verdicts).toEqual({
    ...Object.fromEntries(OTHERS.map(({ id }) => [id, "pass"])),
    [STRUCK]: ofOne["verdict"],
  });
  const told = findingsIn(play);
  const ofOthers = told.filter(({ tenant }) => OTHERS.some(({ id }) => id === tenant));
  const rest = told.filter((found) => !ofOthers.includes(found));
  expect(rest.map(({ tenant, id }) => `${tenant ?? "the fleet"}: ${id}`)).toEqual(
    findingIds(ofOne).map((id) => `${STRUCK}: ${IN_FLEETS.get(id) ?? id}`),
  );
  for (const { id } of ofOthers) expect(id).toBe("expiry-undeclared");
}

const IN_FLEETS = new Map([["key-missing", "tenant-key-unavailable"]]);

describe("what keeps one key from passing keeps the fleet from it, and no other tenant", () => {
  test.each(FAULT_NAMES)("under %s", async (name) => {
    const scene = keyScene({ faults: [[name]] });
    const play = await playInFleet(scene, { timeoutMs: timeoutFor(name) });
    expectSameGate(play, await playAlone(name));
  });

  test.each(FAULT_NAMES)("under %s that strikes but once", async (name) => {
    const once = { times: 1 };
    const scene = keyScene({ faults: [[name, once]] });
    const play = await playInFleet(scene, { timeoutMs: timeoutFor(name) });
    expectSameGate(play, await playAlone(name, once));
  });

  const ways = ["all is told", "an Integrated key", "a rotation"].map(
    (way) => [way, WAYS_TO_PASS[way] ?? keyScene()] as const,
  );
  const cells = Object.entries(VIOLATIONS).flatMap(([wrong, { spoil }]) =>
    ways.flatMap(([way, scene]) => {
      const spoilt = TOLD_OF_THE_MANIFEST.includes(wrong) ? undefined : spoil(scene);
      return spoilt === undefined ? [] : [{ wrong, way, spoilt }];
    }),
  );

  test.each(ways)("and nothing does when %s", async (_way, scene) => {
    const play = await playInFleet(scene);
    expectSameGate(play, await playInMemory(scene));
    expect(outputsIn(play)["deploy-allowed"]).toBe("true");
  });

  test.each(cells)("$wrong, and $way", async ({ spoilt }) => {
    const alone = await playInMemory(spoilt);
    expect(outputsIn(alone)["verdict"]).not.toBe("pass");
    expectSameGate(await playInFleet(spoilt), alone);
  });
});
