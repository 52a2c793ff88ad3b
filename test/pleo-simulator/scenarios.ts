import { companyUrn, installed, ownedBy, READ_SCOPES, scenario, told } from "./scenario.ts";
import type { Scenario } from "./scenario.ts";
import { COMPANIES, ORGANISATIONS } from "./world.ts";

const { bakery, florist, harbourNorth, harbourSouth } = COMPANIES;
const bakeryUrn = companyUrn(bakery);
const floristUrn = companyUrn(florist);
const harbourUrn = `urn:pleo:organisation:${ORGANISATIONS.harbour.id}`;

const withoutExport = READ_SCOPES.filter((scope) => scope !== "export-jobs:read");
const singularTags = READ_SCOPES.map((scope) =>
  scope === "tag-groups:read" ? "tag-group:read" : scope,
);
const harbour = {
  companies: [harbourNorth, harbourSouth],
  introspection: told(harbourUrn),
  installation: installed(harbourUrn),
};

/** One key per situation that a check has to tell from the others. */
export const SCENARIOS = {
  healthy: scenario("everything is in order"),
  integrated: scenario("an Integrated key in order; it looks like any other"),
  otherCompany: scenario("in order, but of another company", ownedBy(florist)),

  // Scopes
  missingScope: scenario("export-jobs:read is missing", { scopes: withoutExport }),
  excessScope: scenario("may write accounts, which nobody asked for", {
    scopes: [...READ_SCOPES, "accounts:write"],
  }),
  noScopes: scenario("holds no scope at all", { scopes: [] }),
  unknownScope: scenario("holds a scope that no catalogue lists", {
    scopes: [...READ_SCOPES, "teleport:read"],
  }),
  scopeAlias: scenario("holds tag-group:read, the singular spelling", { scopes: singularTags }),

  // Keys that open nothing
  expired: scenario("has expired: 401", { opens: "nothing" }),
  revoked: scenario("was deleted: 401, not to be told from expired", { opens: "nothing" }),
  otherEnvironment: scenario("belongs to the other environment: 401 here", {
    validIn: "other-environment",
  }),
  legacyToken: scenario("a legacy token, a JWT: 401", { shape: "jwt", opens: "nothing" }),
  forbiddenEverywhere: scenario("403 for every question", { opens: "no-door" }),

  // Shapes that prove nothing
  unknownShape: scenario("in order, though shaped as no key seen so far", {
    shape: "unknown-shape",
  }),
  unexpectedPrefix: scenario("in order, though its prefix hints at the other environment", {
    prefixOfOtherEnvironment: true,
  }),

  // Installations
  inactive: scenario("its installation is INACTIVE, NOT_ENTITLED", {
    installation: {
      kind: "object",
      resources: [bakeryUrn],
      status: "INACTIVE",
      errorCode: "NOT_ENTITLED",
    },
  }),
  pending: scenario("its installation is PENDING_INTEGRATION", {
    installation: installed(bakeryUrn, "PENDING_INTEGRATION"),
  }),
  authorized: scenario("its installation is AUTHORIZED, not ready yet", {
    installation: installed(bakeryUrn, "AUTHORIZED"),
  }),
  broken: scenario("its installation is in ERROR, AUTH_ERROR", {
    installation: {
      kind: "object",
      resources: [bakeryUrn],
      status: "ERROR",
      errorCode: "AUTH_ERROR",
    },
  }),
  unknownStatus: scenario("its installation has a status that no page lists", {
    installation: installed(bakeryUrn, "HIBERNATING"),
  }),
  noInstallation: scenario("has no installation: 404", { installation: { kind: "absent" } }),
  noInstallationBadRequest: scenario("has no installation: 400", {
    installation: { kind: "bad-request" },
  }),
  installationForbidden: scenario("may not see its installation: 403", {
    installation: { kind: "forbidden" },
  }),
  emptyInstallations: scenario("has an empty list of installations", {
    installation: { kind: "empty-list" },
  }),
  installationList: scenario("its installation comes in a list", {
    installation: { kind: "list", resources: [bakeryUrn], status: "ACTIVATED" },
  }),
  installationWrapped: scenario("its installation comes as {data: …}", {
    installation: { kind: "wrapped", resources: [bakeryUrn], status: "ACTIVATED" },
  }),
  installationWrappedList: scenario("its installation comes as {data: […]}", {
    installation: { kind: "wrapped-list", resources: [bakeryUrn], status: "ACTIVATED" },
  }),
  severalInstallations: scenario("is installed for two companies at once", {
    companies: [bakery, florist],
    installation: { kind: "list", resources: [bakeryUrn, floristUrn], status: "ACTIVATED" },
  }),

  // Introspection
  introspectionAbsent: scenario("introspection answers 404", { introspection: { kind: "absent" } }),
  introspectionForbidden: scenario("introspection answers 403", {
    introspection: { kind: "forbidden" },
  }),
  introspectionNone: scenario("introspection knows no credential: NONE", {
    introspection: { kind: "told", authMethod: "NONE", scope: "", subjectUrn: undefined },
  }),
  oauthCredential: scenario("introspection calls it OAUTH2", {
    introspection: { kind: "told", authMethod: "OAUTH2", subjectUrn: bakeryUrn },
  }),
  noSubject: scenario("introspection does not say whose it is", { introspection: told(undefined) }),
  malformedSubject: scenario("introspection names a subject that is no company", {
    introspection: told("urn:pleo:user:nobody"),
  }),
  upperCaseIds: scenario("ids come in capitals", {
    introspection: told(`urn:pleo:company:${bakery.id.toUpperCase()}`),
    installation: installed(`urn:pleo:company:${bakery.id.toUpperCase()}`),
  }),
  disagreeing: scenario("introspection and installation name different companies", {
    installation: installed(floristUrn),
  }),
  nothingTold: scenario("neither introspection nor installation answers, yet it works", {
    introspection: { kind: "absent" },
    installation: { kind: "absent" },
  }),

  // Organisations
  organisation: scenario("belongs to an organisation of two companies", harbour),
  organisationAmericanSpelling: scenario("belongs to an organisation, spelt organization", {
    ...harbour,
    introspection: told(harbourUrn.replace("organisation", "organization")),
    installation: installed(harbourUrn.replace("organisation", "organization")),
  }),
  organisationWithoutCompaniesRead: scenario("an organisation's, and may not list companies", {
    ...harbour,
    scopes: READ_SCOPES.filter((scope) => scope !== "companies:read"),
  }),
  widerThanItsCompany: scenario("a company's key that sees a second company", {
    companies: [bakery, florist],
  }),

  // Rotation: the old key and four candidates to follow it
  rotationOld: scenario("the key to be replaced"),
  rotationNew: scenario("its successor, in order"),
  rotationNewNarrow: scenario("a successor without export-jobs:read", { scopes: withoutExport }),
  rotationNewWide: scenario("a successor that may also write accounts", {
    scopes: [...READ_SCOPES, "accounts:write"],
  }),
  rotationNewElsewhere: scenario("a successor of another company", ownedBy(florist)),
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];
