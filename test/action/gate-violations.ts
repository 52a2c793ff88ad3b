import type { FindingId } from "../../src/report/catalogue.ts";
import { companyUrn, installed, READ_SCOPES, type Scenario } from "../pleo-simulator/scenario.ts";
import { COMPANIES, ORGANISATIONS } from "../pleo-simulator/world.ts";
import type { KeyScene } from "./key-scene.ts";
import type { ActionInputs } from "../support/run-action.ts";
import { WRAPPINGS } from "../support/twin-keys.ts";

/** One thing that must keep every key from passing. */
export interface Violation {
  readonly gate: "activation" | "company" | "scopes" | "expiry" | "rotation";
  /** What the run has to say of it, at least one of these; none where only a proof is missing. */
  readonly found: readonly FindingId[];
  /** The same scene with that thing wrong; `undefined` where it would not be wrong. */
  readonly spoil: (scene: KeyScene) => KeyScene | undefined;
}

function set(scene: KeyScene, inputs: ActionInputs): KeyScene {
  return { ...scene, inputs: { ...scene.inputs, ...inputs } };
}

function know(scene: KeyScene, differences: Partial<Scenario>): KeyScene {
  return { ...scene, knows: { ...scene.knows, ...differences } };
}

const OTHER_ORGANISATION = "20000000-0000-4000-8000-0000000000ff";
const UNHEARD_OF = "10000000-0000-4000-8000-0000000000ff";
const MOVES = [
  [COMPANIES.bakery.id, COMPANIES.florist.id],
  [COMPANIES.harbourNorth.id, COMPANIES.harbourSouth.id],
  [ORGANISATIONS.harbour.id, OTHER_ORGANISATION],
] as const;

/** The same knowledge about other companies and organisations. */
function moved<Knowledge>(knowledge: Knowledge): Knowledge {
  const text = MOVES.reduce(
    (json, [from, to]) => json.replaceAll(new RegExp(from, "gi"), to),
    JSON.stringify(knowledge),
  );
  return JSON.parse(text) as Knowledge;
}

/** Another company's installation says nothing about ours, idle or not: then ours is absent. */
function withInstallation(scene: KeyScene, status: string): KeyScene | undefined {
  const { installation, companies } = scene.knows;
  const [owner = COMPANIES.bakery] = companies;
  const ofAnother = companyUrn(COMPANIES.harbourSouth);
  if (!("status" in installation)) {
    return know(scene, { installation: installed(companyUrn(owner), status) });
  }
  return installation.resources.includes(ofAnother)
    ? undefined
    : know(scene, { installation: { ...installation, status } });
}

function withoutScope({ scopes, introspection }: Scenario, name: string): Partial<Scenario> {
  const without = (list: readonly string[]): readonly string[] =>
    list.filter((scope) => scope !== name);
  return {
    scopes: without(scopes),
    introspection:
      "scope" in introspection
        ? { ...introspection, scope: without(introspection.scope.split(" ")).join(" ") }
        : introspection,
  };
}

function withForbiddenInstallation(scene: KeyScene): KeyScene {
  const accepted = ["installation-forbidden", "scope-unverifiable"];
  const lines = (scene.inputs.severities ?? "").split("\n");
  const others = lines.filter((line) => !accepted.some((id) => line.startsWith(id)));
  return set(know(scene, { installation: { kind: "forbidden" } }), {
    severities: [...others, ...accepted.map((id) => `${id}: notice`)].join("\n"),
  });
}

function introspectedAs(authMethod: "NONE" | "OAUTH2"): Violation["spoil"] {
  return (scene) =>
    know(scene, {
      introspection: {
        kind: "told",
        authMethod,
        subjectUrn: authMethod === "NONE" ? undefined : companyUrn(COMPANIES.bakery),
      },
    });
}

function struck(...faults: KeyScene["faults"]): Violation["spoil"] {
  return (scene) => ({ ...scene, faults: [...faults, ...scene.faults] });
}

const INTROSPECTION = { path: "/v1/introspect" };
const INSTALLATION = { path: "/v1/installations/me" };

const ACTIVATION: Readonly<Record<string, Omit<Violation, "gate">>> = {
  "Pleo rejects the key": {
    found: ["key-rejected", "key-of-other-environment"],
    spoil: (scene) => know(scene, { opens: "nothing" }),
  },
  "the key is the other environment's": {
    found: ["key-rejected", "key-of-other-environment"],
    spoil: (scene) => know(scene, { validIn: "other-environment" }),
  },
  "Pleo forbids everything": {
    found: ["everything-forbidden"],
    spoil: (scene) => know(scene, { opens: "no-door" }),
  },
  "the installation is idle": {
    found: ["installation-inactive"],
    spoil: (scene) => withInstallation(scene, "INACTIVE"),
  },
  "the installation is not ready": {
    found: ["installation-inactive"],
    spoil: (scene) => withInstallation(scene, "PENDING_INTEGRATION"),
  },
  "the installation's status is not known": {
    found: ["installation-inactive"],
    spoil: (scene) => withInstallation(scene, "Activated"),
  },
  "an Integrated key has no installation": {
    found: ["installation-missing"],
    spoil: (scene) =>
      scene.knows.opens === "granted"
        ? set(know(scene, { installation: { kind: "absent" } }), { kind: "integrated" })
        : undefined,
  },
  "an installation may not be read": {
    found: ["installation-forbidden"],
    spoil: (scene) => know(scene, { installation: { kind: "forbidden" } }),
  },
  "an Integrated key may not read its installation, and that is accepted": {
    found: [],
    spoil: (scene) => set(withForbiddenInstallation(scene), { kind: "integrated" }),
  },
  "neither installation nor scopes are proven, and that is accepted": {
    found: [],
    spoil: (scene) =>
      set(withForbiddenInstallation(scene), {
        "required-scopes": `${READ_SCOPES.join(" ")} export-items:read`,
      }),
  },
  "introspection knows no credential": {
    found: ["credential-not-recognised"],
    spoil: introspectedAs("NONE"),
  },
  "introspection calls it a token": {
    found: ["key-not-an-api-key"],
    spoil: introspectedAs("OAUTH2"),
  },
  "Pleo is down": { found: ["pleo-unavailable"], spoil: struck(["server-error"]) },
  "introspection is down": {
    found: ["pleo-unavailable"],
    spoil: struck(["bad-gateway", INTROSPECTION]),
  },
  "installations are down": {
    found: ["pleo-unavailable"],
    spoil: struck(["reset-before-headers", INSTALLATION]),
  },
  "introspection answers anything": {
    found: ["answer-not-understood"],
    spoil: struck(["html-200", INTROSPECTION]),
  },
  "installations answer anything": {
    found: ["answer-not-understood"],
    spoil: struck(["wrong-containers", INSTALLATION]),
  },
  "everything redirects": { found: ["pleo-unavailable"], spoil: struck(["redirect-307"]) },
  "there is no key": { found: ["key-missing"], spoil: (scene) => ({ ...scene, store: () => " " }) },
  ...Object.fromEntries(
    Object.entries(WRAPPINGS)
      .filter(([name]) => name !== "bare")
      .map(([name, wrap]) => [
        `the key is stored ${name}`,
        {
          found: ["key-damaged", "key-legacy-token"],
          spoil: (scene: KeyScene) => ({ ...scene, store: wrap }),
        } satisfies Omit<Violation, "gate">,
      ]),
  ),
};

function isOfOrganisationForCompany({ introspection, installation }: Scenario): boolean {
  return (
    JSON.stringify(introspection).includes("urn:pleo:organi") &&
    JSON.stringify(installation).includes("urn:pleo:company")
  );
}

const COMPANY: Readonly<Record<string, Omit<Violation, "gate">>> = {
  "the key is another company's": {
    found: ["company-mismatch", "company-unproven", "company-disagreement"],
    spoil: (scene) => know(scene, moved(scene.knows)),
  },
  "another company is expected": {
    found: ["company-mismatch", "company-unproven", "company-disagreement"],
    spoil: (scene) => set(scene, { "company-id": UNHEARD_OF }),
  },
  "no company is expected": {
    found: ["company-not-declared"],
    spoil: (scene) => set(scene, { "company-id": " " }),
  },
  "introspection names another owner": {
    found: ["company-mismatch", "company-disagreement"],
    spoil: (scene) =>
      "subjectUrn" in scene.knows.introspection &&
      scene.knows.introspection.subjectUrn !== undefined
        ? know(scene, { introspection: moved(scene.knows.introspection) })
        : undefined,
  },
  "the installation names another owner": {
    found: ["company-mismatch", "company-disagreement"],
    // An organisation's key may have been installed for another of its companies, and opens this one too.
    spoil: (scene) =>
      "status" in scene.knows.installation && !isOfOrganisationForCompany(scene.knows)
        ? know(scene, { installation: moved(scene.knows.installation) })
        : undefined,
  },
};

const SCOPES: Readonly<Record<string, Omit<Violation, "gate">>> = {
  "a required scope is missing": {
    found: ["scope-missing"],
    spoil: (scene) =>
      scene.inputs["required-scopes"] === ""
        ? undefined
        : know(scene, withoutScope(scene.knows, "vendors:read")),
  },
  "all required scopes are missing": {
    found: ["scope-missing"],
    spoil: (scene) =>
      scene.inputs["required-scopes"] === ""
        ? undefined
        : know(
            scene,
            READ_SCOPES.filter((scope) => scope !== "companies:read").reduce<Scenario>(
              (known, scope) => ({ ...known, ...withoutScope(known, scope) }),
              scene.knows,
            ),
          ),
  },
  "a required scope cannot be proven": {
    found: ["scope-unverifiable"],
    spoil: (scene) =>
      set(scene, { "required-scopes": `${READ_SCOPES.join(" ")} export-items:read` }),
  },
};

const EXPIRY: Readonly<Record<string, Omit<Violation, "gate">>> = {
  "the expiry has passed": {
    found: ["key-expired"],
    spoil: (scene) => set(scene, { "expires-on": "2020-01-31", "created-on": "" }),
  },
  "the expiry is no date": {
    found: ["expiry-invalid"],
    spoil: (scene) => set(scene, { "expires-on": "2027-02-30" }),
  },
  "the expiry is another key's": {
    found: ["expiry-stale"],
    spoil: (scene) => set(scene, { "expires-on": "2999-01-31", "expected-key-hint": "zzzz" }),
  },
  "the expiry is not declared": {
    found: ["expiry-undeclared"],
    // Whether Integrated keys expire is not known, so nobody can be asked for their date.
    spoil: (scene) =>
      scene.inputs.kind === "integrated"
        ? undefined
        : set(scene, { "expires-on": "", "created-on": "" }),
  },
  "the expiry is too near": {
    found: ["key-expires-too-soon"],
    spoil: (scene) => set(scene, { "expires-on": "2027-02-01", "fail-before-days": "30" }),
  },
  "the life is too long": {
    found: ["lifetime-too-long"],
    spoil: (scene) => set(scene, { "expires-on": "2999-01-31", "max-lifetime-days": "90" }),
  },
};

const ROTATION: Readonly<Record<string, Omit<Violation, "gate">>> = {
  "the old key is the new one": {
    found: ["rotation-same-key"],
    spoil: (scene) => ({ ...scene, previous: "the same" }),
  },
  "the old key is another company's": {
    found: ["rotation-company-changed", "rotation-unproven"],
    spoil: (scene) =>
      set(
        { ...scene, previous: { ...moved(scene.knows), shape: "pleo-key" } },
        { rotation: "overlap" },
      ),
  },
  "the old key still works": {
    found: ["rotation-previous-alive"],
    spoil: (scene) =>
      set({ ...scene, previous: { ...scene.knows, shape: "pleo-key" } }, { rotation: "finished" }),
  },
  "the old key is no key": {
    found: ["rotation-previous-unusable"],
    spoil: (scene) => ({ ...scene, previous: { text: "your-api-key" } }),
  },
  "of the old key nothing can be told": {
    found: ["rotation-unproven"],
    spoil: (scene) => ({
      ...scene,
      previous: { ...scene.knows, shape: "pleo-key", opens: "no-door" },
    }),
  },
};

function under(
  gate: Violation["gate"],
  violations: Readonly<Record<string, Omit<Violation, "gate">>>,
): readonly (readonly [string, Violation])[] {
  return Object.entries(violations).map(([name, rest]) => [name, { gate, ...rest }]);
}

/** Every gate, and the ways to be kept out by it. */
export const VIOLATIONS: Readonly<Record<string, Violation>> = Object.fromEntries([
  ...under("activation", ACTIVATION),
  ...under("company", COMPANY),
  ...under("scopes", SCOPES),
  ...under("expiry", EXPIRY),
  ...under("rotation", ROTATION),
]);
