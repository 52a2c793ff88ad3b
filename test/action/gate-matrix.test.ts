import { describe, expect, test } from "vitest";
import { CATALOGUE, type CatalogueEntry } from "../../src/report/catalogue.ts";
import { VIOLATIONS, type Violation } from "./gate-violations.ts";
import { findingIds, outputsIn, playInMemory, playOnBundle, type KeyScene } from "./key-scene.ts";
import { WAYS_TO_PASS } from "./ways-to-pass.ts";

/** With everything lowered that is found here, the user has taken it upon themselves. */
function isAccepted({ found }: Violation, { inputs }: KeyScene): boolean {
  const lowered = (inputs.severities ?? "").split("\n").map((line) => line.split(":")[0]);
  return found.length > 0 && found.every((id) => lowered.includes(id));
}

const WAYS = Object.entries(WAYS_TO_PASS);
const MATRIX = Object.entries(VIOLATIONS).flatMap(([wrong, violation]) =>
  WAYS.flatMap(([way, scene]) => {
    const spoilt = isAccepted(violation, scene) ? undefined : violation.spoil(scene);
    return spoilt === undefined ? [] : [{ wrong, way, violation, spoilt }];
  }),
);

/** What a step may do where the gate stays shut: fail, unless the user wants to be warned or to skip. */
function mayGoOn({ inputs }: KeyScene, verdict: string | undefined): boolean {
  return verdict === "skipped" || (verdict === "unknown" && inputs["on-unknown"] === "warn");
}

describe("every way to pass is one", () => {
  test.each(WAYS)("when %s", async (_way, scene) => {
    const run = await playInMemory(scene);
    expect(outputsIn(run)).toMatchObject({ verdict: "pass", "deploy-allowed": "true" });
    expect(run.failed).toBe(false);
    const gate = run.written.filter((text) => text.startsWith("output deploy-allowed="));
    expect(gate).toEqual(["output deploy-allowed=false", "output deploy-allowed=true"]);
  });
});

describe.each(["activation", "company", "scopes", "expiry", "rotation"] as const)(
  "the gate %s holds on every way",
  (gate) => {
    const cells = MATRIX.filter(({ violation }) => violation.gate === gate);

    test.each(cells)("$wrong, and $way", async ({ violation, spoilt }) => {
      const run = await playInMemory(spoilt);
      const outputs = outputsIn(run);
      expect(outputs["verdict"]).toMatch(/^(?:fail|unknown|skipped)$/);
      // Not for a moment either.
      expect(run.written).not.toContain("output deploy-allowed=true");
      expect(outputs["deploy-allowed"]).toBe("false");
      expect(run.failed).toBe(!mayGoOn(spoilt, outputs["verdict"]));
      // Held up by this, and not by something else that the test got wrong.
      if (outputs["verdict"] === "skipped") return;
      if (violation.found.length === 0) expect(outputs["verdict"]).toBe("unknown");
      const found = findingIds(outputs).filter((id) => violation.found.some((one) => one === id));
      expect(found.length > 0).toBe(violation.found.length > 0);
    });
  },
);

/** A slice of the same on what is shipped; the bundle has no clock to be set, and cannot reach Pleo's own hosts. */
describe.concurrent("the committed bundle", () => {
  const ways = [
    "all is told",
    "introspection is absent, and probes tell",
    "an organisation of two companies",
    "an Integrated key",
    "all switches together",
    "at an address with a path",
    "on staging",
    "a rotation",
  ].flatMap((name) => WAYS.filter(([way]) => way === name));
  const wrongs = [
    "Pleo rejects the key",
    "the installation is idle",
    "Pleo is down",
    "the key is another company's",
    "a required scope is missing",
    "the expiry has passed",
    "the old key is the new one",
  ];

  test.each(ways)("passes when %s", async (_way, scene) => {
    const run = await playOnBundle(scene);
    expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { "deploy-allowed": "true" } });
  });

  const cells = MATRIX.filter(
    ({ wrong, way }) => wrongs.includes(wrong) && ways.some(([name]) => name === way),
  );
  test("is asked about each of these together with each of those", () => {
    expect(cells).toHaveLength(ways.length * wrongs.length);
  });
  test.each(cells)("does not, though $way, where $wrong", async ({ spoilt, violation }) => {
    const run = await playOnBundle(spoilt);
    const { outputs, exitCode, stderr } = run;
    expect(outputs["verdict"]).toMatch(/^(?:fail|unknown)$/);
    expect(outputs["deploy-allowed"]).toBe("false");
    expect(exitCode).toBe(mayGoOn(spoilt, outputs["verdict"]) ? 0 : 1);
    expect(stderr).toBe("");
    expect(violation.found).toEqual(expect.arrayContaining([findingIds(outputs)[0]]));
  });
});

test("the matrix leaves out only what a user may take upon themselves", () => {
  const errors = Object.entries<CatalogueEntry>(CATALOGUE).flatMap(([id, { gate, severity }]) =>
    severity === "error" && gate !== true ? [id] : [],
  );
  expect(errors).toEqual([
    "installation-forbidden",
    "scope-unverifiable",
    "expiry-undeclared",
    "key-expires-too-soon",
    "lifetime-too-long",
    "rotation-previous-unusable",
    "rotation-scopes-lost",
    "rotation-previous-alive",
    "rotation-unproven",
  ]);
});
