import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InputName } from "../../../action/contract.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { optional } from "../../../src/optional.ts";
import { startGitHub } from "../../github-simulator/simulator.ts";
import { fleetMembers, type FleetMember } from "../../pleo-simulator/fleet.ts";
import { issueKey, issueKeys, type IssuedKeys } from "../../pleo-simulator/keys.ts";
import { ownedBy, READ_SCOPES, scenario, type Scenario } from "../../pleo-simulator/scenario.ts";
import { startSimulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import type { KeyScene } from "../key-scene.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";
import { quickApi } from "../pleo-api/quick-api.ts";
import type { ActionInputs } from "../../support/run-action.ts";
import { runInMemory, type MemoryRun } from "../../support/run-in-memory.ts";

/** The one of three tenants to whom something happens. */
export const STRUCK = "struck-shop";
const PREVIOUS = "struck-shop-before";
export const OTHERS = fleetMembers("fleet matrix", 2);

/** The keys of a fleet, by the names under which they are stored. */
export type FleetKeys = ReadonlyMap<string, PleoKey>;

/** What each tenant must keep to itself. */
export interface TenantMarks {
  readonly id: string;
  readonly company: string;
  readonly keys: readonly PleoKey[];
}

export interface FleetPlay extends MemoryRun {
  /** Each sink's text, by its name; empty where nothing was written. */
  readonly sinks: Readonly<Record<SinkName, string>>;
}

type SinkName = "log" | "outputs" | "summary" | "report" | "sarif" | "comment" | "reminder";

export function keysFor(scene: KeyScene): FleetKeys {
  const { knows, previous, environment } = scene;
  const before = previousScenario(previous);
  return new Map([
    [STRUCK, issueKey(knows, environment)],
    ...OTHERS.map(({ id, key }) => [id, key] as const),
    ...(before === undefined ? [] : [[PREVIOUS, issueKey(before, environment)] as const]),
  ]);
}

/** The same but for all that may not show. */
export function twinsOfFleet(keys: FleetKeys): FleetKeys {
  const twins = [...keys].map(([name, key]) => {
    const tail = randomHex(2) + (key.hint ?? "");
    return [name, new PleoKey(exampleKey({ prefix: key.reveal().slice(0, 3), tail }))] as const;
  });
  return new Map(twins);
}

export function marksOf(keys: FleetKeys): readonly TenantMarks[] {
  const keyOf = (name: string): readonly PleoKey[] => [keys.get(name) ?? []].flat();
  return [
    {
      id: STRUCK,
      company: COMPANIES.bakery.id,
      keys: [...keyOf(STRUCK), ...keyOf(PREVIOUS)],
    },
    ...OTHERS.map(({ id, company }) => ({ id, company: company.id, keys: keyOf(id) })),
  ];
}

interface Playing {
  readonly keys?: FleetKeys;
  /** For one attempt with the key of the one. */
  readonly timeoutMs?: number;
  /** A comment is written on a pull request, and a reminder on everything else. */
  readonly eventName?: "pull_request" | "schedule";
}

/** The scene of one key as that of one tenant among three, of whom the others are well. */
export async function playInFleet(
  scene: KeyScene,
  { keys = keysFor(scene), timeoutMs = 20_000, eventName = "schedule" }: Playing = {},
): Promise<FleetPlay> {
  const root = mkdtempSync(path.join(tmpdir(), "fleet-matrix-"));
  const [workspace, temp] = [path.join(root, "work"), path.join(root, "temp")];
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const manifest = { version: 1, tenants: [...OTHERS.map(entryOf), entryOfStruck(scene)] };
  writeFileSync(path.join(workspace, "tenants.json"), JSON.stringify(manifest));
  const github = await startGitHub();
  const simulator = await startSimulator({ issued: issuedFor(scene, keys) });
  const struck = keys.get(STRUCK);
  for (const [name, options] of scene.faults) simulator.fault(name, { ...options, key: struck });
  try {
    const run = await runInMemory({
      inputs: {
        tenants: "tenants.json",
        "tenant-keys": JSON.stringify(valuesFor(scene, keys)),
        "api-url": simulator.origin,
        summary: "full",
        "report-file": "report.json",
        "sarif-file": "all.sarif",
        comment: "always",
        reminder: "true",
        "github-token": github.token,
        ...inputsOfFleet(scene.inputs),
      },
      env: {
        ...github.env,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        GITHUB_RUN_ID: "7",
        GITHUB_EVENT_NAME: eventName,
        ...scene.env,
      },
      event: { repository: { private: true }, pull_request: { number: 7 } },
      openPleo: (key, _origin, { mayHoldSecret }) => {
        const patience = key.reveal() === struck?.reveal() ? { timeoutMs } : {};
        const shortcut = optional("mayHoldSecret", mayHoldSecret);
        return quickApi(simulator, { key, ...patience, ...shortcut }).api;
      },
    });
    const file = (name: string): string => {
      const at = path.join(workspace, name);
      return existsSync(at) ? readFileSync(at, "utf8") : "";
    };
    const { comments, issues } = github.repository;
    const written = (beginning: string): string =>
      run.written.filter((text) => text.startsWith(beginning)).join("\n");
    return {
      ...run,
      sinks: {
        log: run.written.filter((text) => !/^(?:output|summary) /.test(text)).join("\n"),
        outputs: written("output "),
        summary: written("summary "),
        report: file("report.json"),
        sarif: file("all.sarif"),
        comment: comments.map(({ body }) => body).join("\n"),
        reminder: issues.map(({ title, body }) => `${title}\n${body}`).join("\n"),
      },
    };
  } finally {
    await Promise.all([simulator.close(), github.close()]);
    rmSync(root, { recursive: true, force: true });
  }
}

function previousScenario(previous: KeyScene["previous"]): Scenario | undefined {
  return typeof previous === "object" && "shows" in previous ? previous : undefined;
}

function issuedFor(scene: KeyScene, keys: FleetKeys): IssuedKeys {
  const before = previousScenario(scene.previous);
  const known: readonly (readonly [string, Scenario | undefined])[] = [
    [STRUCK, scene.knows],
    [PREVIOUS, before],
    ...OTHERS.map(({ id, company }) => [id, scenario("well", ownedBy(company))] as const),
  ];
  const fleet = known.flatMap(([name, knows]) => {
    const key = keys.get(name);
    return key === undefined || knows === undefined ? [] : [[key.reveal(), knows] as const];
  });
  return { ...CATALOGUE, environment: scene.environment, fleet: new Map(fleet) };
}

const CATALOGUE = issueKeys("production");

function valuesFor(
  { store, previous }: KeyScene,
  keys: FleetKeys,
): Readonly<Record<string, string>> {
  const values = Object.fromEntries([...keys].map(([name, key]) => [name, key.reveal()]));
  const struck = store(values[STRUCK] ?? "");
  return {
    ...values,
    [STRUCK]: struck,
    ...(previous === "the same" ? { [PREVIOUS]: struck } : {}),
    ...(typeof previous === "object" && "text" in previous ? { [PREVIOUS]: previous.text } : {}),
  };
}

type Entry = Readonly<Record<string, unknown>>;

/** Nothing is said of their lives, so that no input about lifetimes touches them. */
function entryOf({ id, company }: FleetMember): Entry {
  return {
    id,
    key: { secret: id },
    "company-id": company.id,
    "required-scopes": READ_SCOPES,
  };
}

/** What a run about one key says in inputs, and a manifest says of the tenant. */
const OF_TENANT = [
  "company-id",
  "expires-on",
  "created-on",
  "expected-key-hint",
  "kind",
  "rotation",
] as const satisfies readonly InputName[];

function entryOfStruck({ inputs, previous, environment }: KeyScene): Entry {
  const said: ActionInputs = {
    kind: "standalone",
    "company-id": COMPANIES.bakery.id,
    "expires-on": "2999-01-31",
    ...inputs,
  };
  const scopes = said["required-scopes"]?.split(" ").filter((scope) => scope !== "");
  const fields = OF_TENANT.flatMap((name) => {
    const value = said[name]?.trim() ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return {
    id: STRUCK,
    key: { secret: STRUCK },
    environment,
    "required-scopes": scopes ?? READ_SCOPES,
    ...Object.fromEntries(fields),
    ...(previous === undefined ? {} : { "previous-key": { secret: PREVIOUS } }),
  };
}

function inputsOfFleet(inputs: ActionInputs): ActionInputs {
  const ofTenant: readonly string[] = [...OF_TENANT, "required-scopes", "environment"];
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !ofTenant.includes(name)));
}
