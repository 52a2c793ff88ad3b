import { FINDING_IDS, isGate, type CatalogueEntry } from "../../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../../src/report/whole-catalogue.ts";
import { describe, expect, test } from "vitest";

import { createFinding } from "../../../src/report/finding.ts";
import { REQUIREMENTS, type Requirement } from "../../../src/report/requirements.ts";
import { rules } from "../../../eslint-plugin/rules.ts";

const entries: readonly (readonly [string, CatalogueEntry])[] = FINDING_IDS.map((id) => [
  id,
  WHOLE_CATALOGUE[id],
]);
const requirements: readonly Requirement[] = REQUIREMENTS;

/** Full stops inside addresses and commands end no sentence. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/`[^`]*`|https:\/\/[\w./-]+\w/g, "…");
}

describe("the catalogue", () => {
  test.each(entries)("%s is well formed", (id, entry) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(entry.title).toMatch(/^[A-Z][^.!?]*$/);
    // One sentence each; a blank called fix is a whole one.
    expect(withoutAddresses(entry.cause)).toMatch(/^[^.!?]+\.$/);
    expect(withoutAddresses(entry.remedy)).toMatch(/^(?:[^.!?]+\.|\{fix\})$/);
  });

  test("what nobody may lower is always an error", () => {
    for (const [id, { gate, severity }] of entries) {
      if (gate === true) expect(severity, id).toBe("error");
    }
  });

  test("what nobody may lower is known without the texts", () => {
    for (const [id, { gate }] of entries) {
      expect(isGate(id as (typeof FINDING_IDS)[number]), id).toBe(gate === true);
    }
  });

  test("only an error can leave a verdict unknown", () => {
    for (const [id, { inconclusive, severity }] of entries) {
      if (inconclusive === true) expect(severity, id).toBe("error");
    }
  });
});

describe("createFinding", () => {
  test("fills every blank, and keeps the values for renderers", () => {
    const finding = createFinding("company-mismatch", {
      actual: "company A",
      expected: "B",
      source: "introspection",
      confirm: "; or C",
    });
    expect(finding.message).toContain("company A according to introspection, but B is expected");
    expect(finding.remedy).toBe("Store the key of the expected company; or C.");
    expect(finding.values).toEqual({
      actual: "company A",
      expected: "B",
      source: "introspection",
      confirm: "; or C",
    });
    expect(finding).toMatchObject({
      severity: "error",
      inconclusive: false,
      area: "company",
      docs: "docs/findings.md#company-mismatch",
    });
  });

  test("a value that looks like a blank is not filled again", () => {
    const finding = createFinding("company-mismatch", {
      actual: "{expected}",
      expected: "$& $1",
      source: "x",
      confirm: "",
    });
    expect(finding.message).toContain("{expected}");
    expect(finding.message).toContain("$& $1");
  });

  test("one occurrence can weigh less than its entry", () => {
    const finding = createFinding("expiry-undeclared", { fix: "F." }, { severity: "notice" });
    expect(finding.severity).toBe("notice");
  });
});

describe("the requirements", () => {
  // How many Pleo's documentation has in each family; ids are counted from 01 without a hole.
  const FAMILIES = {
    SEC: 19,
    ACT: 15,
    CID: 9,
    SCP: 9,
    ENV: 5,
    ROT: 13,
    ADM: 6,
    INC: 6,
    LOG: 9,
    TEN: 7,
    UX: 18,
    NET: 4,
  };

  test("are all there, once", () => {
    const wanted = Object.entries(FAMILIES).flatMap(([family, count]) =>
      Array.from(
        { length: count },
        (_, index) => `${family}-${(index + 1).toString().padStart(2, "0")}`,
      ),
    );
    expect(requirements.map(({ id }) => id)).toEqual(wanted);
  });

  test.each(requirements.map((it) => [it.id, it] as const))(
    "%s is enforced, or says honestly why not",
    (_id, { by, findings, gap, rules: named, text }) => {
      expect([by, findings, gap, named].some((given) => given !== undefined)).toBe(true);
      expect(new Set(findings).size).toBe((findings ?? []).length);
      expect(findings).not.toEqual([]);
      for (const sentence of [text, by, gap]) {
        if (sentence !== undefined) expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
    },
  );

  test("give every finding a reason", () => {
    const named = requirements.flatMap(({ findings }) => findings ?? []);
    expect([...new Set(named)].toSorted()).toEqual([...FINDING_IDS].toSorted());
  });

  test("name every rule of the plugin, and no other", () => {
    const named = requirements.flatMap(({ rules: names }) => names ?? []);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(rules).toSorted());
  });
});
