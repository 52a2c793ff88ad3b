import { FINDING_IDS, isGate } from "../../src/report/catalogue.ts";
import {
  companyUrn,
  installed,
  READ_SCOPES,
  scenario,
  told,
  type Scenario,
} from "../pleo-simulator/scenario.ts";
import { SCENARIOS } from "../pleo-simulator/scenarios.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { keyScene, type KeyScene } from "./key-scene.ts";

/** The severity of each finding that a user may lower, set to this. */
function lowerAll(severity: "off" | "notice" | "warning"): string {
  const lowerable = FINDING_IDS.filter((id) => !isGate(id));
  return lowerable.map((id) => `${id}: ${severity}`).join("\n");
}

const knowing = (differences: Partial<Scenario>, rest: Partial<KeyScene> = {}): KeyScene =>
  keyScene({ knows: scenario("a key in order", differences), ...rest });

const inOrder = scenario("a key in order");
const bakeryUrn = companyUrn(COMPANIES.bakery);
const ofHarbour: Partial<KeyScene> = { inputs: { "company-id": COMPANIES.harbourNorth.id } };
const allButVendors = READ_SCOPES.filter((scope) => scope !== "vendors:read").join(" ");
/** These faults are harmless, but turn every status into 200. */
const INTROSPECTION = { path: "/v1/introspect" };
const listed = (kind: "list" | "wrapped" | "wrapped-list"): KeyScene =>
  knowing({ installation: { kind, resources: [bakeryUrn], status: "ACTIVATED" } });

/** Every way on which a key can come to a pass: what Pleo answers, what the user sets, where it is asked. */
export const WAYS_TO_PASS: Readonly<Record<string, KeyScene>> = {
  "all is told": keyScene(),

  // What Pleo answers
  "introspection is absent, and probes tell": knowing({ introspection: { kind: "absent" } }),
  "introspection is forbidden, and probes tell": knowing({ introspection: { kind: "forbidden" } }),
  "introspection and installation are absent": keyScene({ knows: SCENARIOS.nothingTold }),
  "introspection names no owner": knowing({ introspection: told(undefined) }),
  "a scope is granted and not listed": knowing({
    introspection: {
      kind: "told",
      authMethod: "API_KEY",
      scope: allButVendors,
      subjectUrn: bakeryUrn,
    },
  }),
  "a scope has another name": keyScene({ knows: SCENARIOS.scopeAlias }),
  "there are more scopes than needed": keyScene({ knows: SCENARIOS.excessScope }),
  "ids come in capitals": keyScene({ knows: SCENARIOS.upperCaseIds }),
  "no installation, 404": knowing({ installation: { kind: "absent" } }),
  "no installation, 400": knowing({ installation: { kind: "bad-request" } }),
  "no installation, an empty list": knowing({ installation: { kind: "empty-list" } }),
  "installations come in a list": listed("list"),
  "the installation is wrapped": listed("wrapped"),
  "installations are wrapped": listed("wrapped-list"),
  "the installation has an error code": knowing({
    installation: {
      kind: "object",
      resources: [bakeryUrn],
      status: "ACTIVATED",
      errorCode: "AUTH_ERROR",
    },
  }),
  "an organisation of two companies": keyScene({ knows: SCENARIOS.organisation, ...ofHarbour }),
  "an organization, so spelt": keyScene({
    knows: SCENARIOS.organisationAmericanSpelling,
    ...ofHarbour,
  }),
  "an organisation, installed for the company": knowing(
    { ...SCENARIOS.organisation, installation: installed(companyUrn(COMPANIES.harbourNorth)) },
    ofHarbour,
  ),
  "an organisation, installed for another of its companies": knowing(
    { ...SCENARIOS.organisation, installation: installed(companyUrn(COMPANIES.harbourSouth)) },
    ofHarbour,
  ),
  "installed for two companies": keyScene({ knows: SCENARIOS.severalInstallations }),
  "two companies in a list": knowing({
    introspection: told(undefined),
    installation: { kind: "absent" },
    companies: [COMPANIES.bakery, COMPANIES.florist],
  }),

  // What kind of key it is
  "an Integrated key": keyScene({ inputs: { kind: "integrated" } }),
  "an Integrated key that looks like a token": knowing(
    { shape: "jwt" },
    { inputs: { kind: "integrated" } },
  ),
  "a shape that is not known": knowing({ shape: "unknown-shape" }),
  "a prefix of the other environment": knowing({ prefixOfOtherEnvironment: true }),

  // What the user sets
  "all is off that may be": keyScene({ inputs: { severities: lowerAll("off") } }),
  "all is a notice that may be": keyScene({ inputs: { severities: lowerAll("notice") } }),
  "all is a warning that may be": keyScene({ inputs: { severities: lowerAll("warning") } }),
  "a forbidden installation is accepted": knowing(
    { installation: { kind: "forbidden" } },
    { inputs: { severities: "installation-forbidden: notice" } },
  ),
  "an unproven scope is accepted": knowing(
    { introspection: { kind: "absent" } },
    {
      inputs: {
        severities: "scope-unverifiable: off",
        "required-scopes": `${READ_SCOPES.join(" ")} vendors:write`,
      },
    },
  ),
  "an undeclared expiry is accepted": keyScene({
    inputs: { severities: "expiry-undeclared: warning", "expires-on": "" },
  }),
  "no scopes are required": keyScene({ inputs: { "required-scopes": "" } }),
  "it expires soon": keyScene({ inputs: { "expires-on": "2027-02-01" } }),
  "its lifetime is short enough": keyScene({
    inputs: { "created-on": "2027-01-01", "expires-on": "2027-06-01", "max-lifetime-days": "365" },
  }),
  "the expected id is in capitals, with spaces around it": keyScene({
    inputs: { "company-id": ` ${COMPANIES.bakery.id.toUpperCase()}\n` },
  }),
  "on-unknown is warn": keyScene({ inputs: { "on-unknown": "warn" } }),
  "on-missing-key is skip": keyScene({ inputs: { "on-missing-key": "skip" } }),
  "a dry run": keyScene({ inputs: { "dry-run": "true" } }),
  "no summary": keyScene({ inputs: { summary: "off" } }),
  "no annotations": keyScene({ inputs: { annotations: "false" } }),
  "all switches together": keyScene({
    inputs: {
      severities: lowerAll("off"),
      "on-unknown": "warn",
      "on-missing-key": "skip",
      "dry-run": "true",
      summary: "off",
      annotations: "false",
      "diagnose-environment": "true",
      "warn-before-days": "0",
    },
  }),

  // Where it runs, and where Pleo is asked
  "on a pull request from a fork": keyScene({
    event: {
      pull_request: { head: { repo: { full_name: "b/r" } }, base: { repo: { full_name: "a/r" } } },
    },
  }),
  "in Dependabot's run": keyScene({ env: { GITHUB_ACTOR: "dependabot[bot]" } }),
  "outside of a runner": keyScene({ env: { GITHUB_ACTIONS: "" } }),
  "the environment is to be diagnosed": keyScene({ inputs: { "diagnose-environment": "true" } }),
  "the environment is to be diagnosed at Pleo itself": keyScene({
    address: "pleo",
    inputs: { "diagnose-environment": "true" },
  }),
  "at an address with a path": keyScene({ address: "with-path" }),
  "at Pleo itself": keyScene({ address: "pleo" }),
  "on staging": keyScene({ environment: "staging" }),
  "on staging itself": keyScene({ environment: "staging", address: "pleo" }),

  // What happens to the answers on their way
  "after two failures": keyScene({ faults: [["server-error", { times: 2 }]] }),
  "after a broken connection": keyScene({ faults: [["reset-in-body", { times: 1 }]] }),
  "after a rate limit": keyScene({ faults: [["rate-limited-seconds", { times: 1 }]] }),
  "answers are compressed": keyScene({ faults: [["gzip", INTROSPECTION]] }),
  "hints come early": keyScene({ faults: [["early-hints"]] }),
  "fields come twice": keyScene({ faults: [["duplicated-keys", INTROSPECTION]] }),
  "a byte order mark comes first": keyScene({ faults: [["byte-order-mark", INTROSPECTION]] }),
  "the type is spelt otherwise": keyScene({ faults: [["content-type-variant", INTROSPECTION]] }),

  // While the key is replaced
  "a rotation": keyScene({ previous: inOrder }),
  "a rotation to fewer scopes": keyScene({ previous: SCENARIOS.rotationNewWide }),
  "a rotation whose old key is dead already": keyScene({
    previous: scenario("revoked", { opens: "nothing" }),
  }),
  "a finished rotation": keyScene({
    previous: scenario("revoked", { opens: "nothing" }),
    inputs: { rotation: "finished" },
  }),
  "a rotation without introspection": knowing(
    { introspection: { kind: "absent" } },
    { previous: scenario("the old one", { introspection: { kind: "absent" } }) },
  ),
};
