import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isKeyShaped } from "../../src/key/shape.ts";
import { ask } from "../support/ask-simulator.ts";
import { SCENARIO_NAMES, type ScenarioName } from "./scenarios.ts";
import { startSimulator, type Simulator } from "./simulator.ts";
import { COMPANIES, ORGANISATIONS } from "./world.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** Statuses of introspection, installation and the list of companies; 200s where nothing is said. */
const STATUSES: Partial<Record<ScenarioName, readonly [number, number, number]>> = {
  noScopes: [200, 200, 403],
  expired: [401, 401, 401],
  revoked: [401, 401, 401],
  otherEnvironment: [401, 401, 401],
  legacyToken: [401, 401, 401],
  forbiddenEverywhere: [403, 403, 403],
  noInstallation: [200, 404, 200],
  noInstallationBadRequest: [200, 400, 200],
  installationForbidden: [200, 403, 200],
  introspectionAbsent: [404, 200, 200],
  introspectionForbidden: [403, 200, 200],
  nothingTold: [404, 404, 200],
  organisationWithoutCompaniesRead: [200, 200, 403],
};

const PATHS = ["/v1/introspect", "/v1/installations/me", "/v1/companies"] as const;

describe("what each key opens", () => {
  test.each(SCENARIO_NAMES)("%s", async (name) => {
    const answers = await Promise.all(
      PATHS.map((path) => ask(simulator.origin, simulator.keys[name], { path })),
    );
    expect(answers.map(({ status }) => status)).toEqual(STATUSES[name] ?? [200, 200, 200]);
  });
});

const bakeryUrn = `urn:pleo:company:${COMPANIES.bakery.id}`;
const floristUrn = `urn:pleo:company:${COMPANIES.florist.id}`;
const harbourUrn = `urn:pleo:organisation:${ORGANISATIONS.harbour.id}`;

describe("what introspection tells", () => {
  test.each<[ScenarioName, object]>([
    ["healthy", { authMethod: "API_KEY", subjectURN: bakeryUrn }],
    ["otherCompany", { subjectURN: floristUrn }],
    ["organisation", { subjectURN: harbourUrn }],
    ["introspectionNone", { authMethod: "NONE", scope: "" }],
    ["oauthCredential", { authMethod: "OAUTH2" }],
    ["noScopes", { scope: "" }],
    ["missingScope", { scope: expect.not.stringContaining("export-jobs:read") as unknown }],
    ["excessScope", { scope: expect.stringContaining("accounts:write") as unknown }],
    ["scopeAlias", { scope: expect.stringContaining("tag-group:read") as unknown }],
    ["disagreeing", { subjectURN: bakeryUrn }],
  ])("%s", async (name, data) => {
    const answer = await ask(simulator.origin, simulator.keys[name], { path: PATHS[0] });
    expect(answer.body).toMatchObject({ data });
  });

  test("noSubject leaves the field out", async () => {
    const answer = await ask(simulator.origin, simulator.keys.noSubject, { path: PATHS[0] });
    expect(JSON.stringify(answer.body)).not.toContain("subjectURN");
  });
});

describe("the forms of an installation", () => {
  const one = { resource: bakeryUrn, status: "ACTIVATED" };
  test.each<[ScenarioName, object]>([
    ["healthy", one],
    ["installationList", [one]],
    ["installationWrapped", { data: one }],
    ["installationWrappedList", { data: [one] }],
    ["emptyInstallations", []],
    ["severalInstallations", [one, { resource: floristUrn }]],
    ["inactive", { status: "INACTIVE", errorCode: "NOT_ENTITLED" }],
    ["broken", { status: "ERROR", errorCode: "AUTH_ERROR" }],
    ["pending", { status: "PENDING_INTEGRATION" }],
    ["disagreeing", { resource: floristUrn }],
    ["organisation", { resource: harbourUrn }],
  ])("%s", async (name, body) => {
    const answer = await ask(simulator.origin, simulator.keys[name], { path: PATHS[1] });
    expect(answer.body).toMatchObject(body);
  });

  test("only the wanted company's, when one is named", async () => {
    const path = `${PATHS[1]}?company_id=${COMPANIES.florist.id}`;
    const answer = await ask(simulator.origin, simulator.keys.severalInstallations, { path });
    expect(answer.body).toMatchObject([{ resource: floristUrn }]);
    expect(answer.body).toHaveLength(1);
  });
});

describe("keys and environments", () => {
  test("every key is new, and shaped as keys are unless the scenario is about that", () => {
    const values = SCENARIO_NAMES.map((name) => simulator.keys[name].reveal());
    expect(new Set(values).size).toBe(values.length);
    const shapeless = SCENARIO_NAMES.filter((name) => !isKeyShaped(simulator.keys[name].reveal()));
    expect(shapeless).toEqual(["legacyToken", "unknownShape"]);
  });

  test("a staging simulator with the same keys opens to the other environment's key alone", async () => {
    const { issued } = simulator;
    const staging = await startSimulator({ environment: "staging", issued });
    const status = async (name: ScenarioName): Promise<number> =>
      (await ask(staging.origin, issued.byScenario[name], { path: PATHS[0] })).status;
    expect(await status("otherEnvironment")).toBe(200);
    expect(await status("healthy")).toBe(401);
    await staging.close();
  });
});
