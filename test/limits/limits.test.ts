import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pageOf } from "../../eslint-plugin/create-rule.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import { maskText } from "../../src/key/mask-text.ts";
import { audit } from "../action/scan/workflow/audit-yaml.ts";
import { scan } from "../action/scan/leak/sandbox.ts";
import { lintFile } from "../eslint-plugin/language/lint-text.ts";
import { openCheckout } from "../support/checkout.ts";
import { exampleKey } from "../support/keys.ts";
import type { Case, Elsewhere, Limit, Place, Sample, Samples } from "./limit.ts";
import { renderLimitsPage } from "./page.ts";
import { LIMITS } from "./registry.ts";

const KEY = exampleKey();
const findSecrets = createSecretFinder(readOptions({}));

/** Whether a place has anything to say of a file. */
async function sees(place: Place, { path, text: make }: Sample): Promise<boolean> {
  const text = make(KEY);
  switch (place) {
    case "secretlint":
      return findSecrets({ path, text }).length > 0;
    case "finder":
      return findKeys(text).length > 0;
    case "masker":
      return maskText(text, [KEY]).replace(KEY.slice(-4), "") === "****";
    case "scan": {
      using checkout = openCheckout({ [path]: text }, { git: false });
      const { findings } = await scan(checkout.folder, KEY);
      return findings.some(({ id }) => id === "key-leaked");
    }
    case "audit":
      return audit({ [path]: text }).length > 0;
    case "action":
      throw new TypeError("no sample shows what a run does");
    default: {
      const messages = lintFile(text, { path, rule: place });
      // By number: what does not parse may hold a key.
      expect(messages.filter(({ fatal }) => fatal === true)).toHaveLength(0);
      return messages.length > 0;
    }
  }
}

function having<P extends object>(name: keyof P & string): readonly (Limit & { proof: P })[] {
  return LIMITS.filter((limit): limit is Limit & { proof: P } => name in limit.proof);
}

describe("every limit", () => {
  test("has an id of its own, a sentence, and a reason where it has no test", () => {
    expect(new Set(LIMITS.map(({ id }) => id)).size).toBe(LIMITS.length);
    for (const { id, sentence, proof } of LIMITS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(sentence, id).toMatch(/^[A-Z`].*\.$/);
      if ("untested" in proof) expect(proof.untested, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("is one of a place that there is, each of which has one", () => {
    const places = new Set<string>(LIMITS.map(({ place }) => place));
    const others = ["secretlint", "finder", "masker", "scan", "audit", "action"];
    expect([...places].toSorted()).toEqual([...Object.keys(rules), ...others].toSorted());
  });
});

describe.each(having<Samples>("samples").map((limit) => [limit.id, limit] as const))(
  "%s",
  (_id, { place, kind, proof: { samples, unless } }) => {
    const isAlarm = kind === "false alarm";

    // By number: a sample may hold a key.
    test.each(samples.map((_sample, index) => index))("is still one: sample %i", async (index) => {
      const sample = samples[index];
      expect(sample !== undefined && (await sees(place, sample))).toBe(isAlarm);
    });

    test("is one for its reason, without which all is well", async () => {
      expect(await sees(place, unless)).toBe(!isAlarm);
    });
  },
);

test.each(having<Case>("corpus").map((limit) => [limit.id, limit] as const))(
  "%s is a case of its corpus",
  (_id, { proof: { corpus, title } }) => {
    expect(readFileSync(corpus, "utf8")).toContain(`=== ${title} | `);
  },
);

test.each(having<Elsewhere>("name").map((limit) => [limit.id, limit] as const))(
  "%s has a test of its own",
  (_id, { proof: { test: file, name } }) => {
    expect(file).toMatch(/^test\/.*\.test\.ts$/);
    expect(readFileSync(file, "utf8")).toContain(`"${name}"`);
  },
);

test("files that a limit names are there", () => {
  const links = Array.from(
    renderLimitsPage().matchAll(/\]\(\.\.\/([^)#]+)/g),
    ([, path = ""]) => path,
  );
  expect(new Set(links).size).toBeGreaterThan(15);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

describe("a page says what its limits are, and links to all of them:", () => {
  const named = [
    ...Object.keys(rules).map((rule) => [rule, pageOf(rule)] as const),
    ["secretlint", "eslint-plugin/docs/secretlint.md"] as const,
  ];

  test.each(named)("%s", (place, path) => {
    const page = readFileSync(path, "utf8");
    const [, section = ""] = page.split("\n## What it does not see\n");
    const [list = ""] = section.split("\n## ");
    const bullets = Array.from(
      list.matchAll(/^- ([^]*?)(?=\n- |\n\n|\n*$(?![^]))/gm),
      ([, bullet = ""]) => bullet.replaceAll(/\s+/g, " ").trim(),
    );
    const known = LIMITS.filter((limit) => limit.place === place && !("corpus" in limit.proof));
    expect(bullets).toEqual(known.map(({ sentence }) => sentence));
    expect(list).toMatch(new RegExp(`\\]\\((?:\\.\\./)+docs/limits\\.md#${place}\\)`));
  });
});

describe("docs/limits.md", () => {
  const page = readFileSync("docs/limits.md", "utf8");

  test("is what `npm run quality` writes", () => {
    expect(page).toBe(renderLimitsPage());
  });

  test("has an anchor for each limit and each place", () => {
    for (const name of LIMITS.flatMap(({ id, place }) => [id, place])) {
      expect(page).toContain(`<a id="${name}"></a>`);
    }
  });
});
