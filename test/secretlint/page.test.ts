import { readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { MESSAGE_IDS } from "../../eslint-plugin/secretlint/finding.ts";
import { exampleKey } from "../support/keys.ts";
import { idsOf, RULE_ID } from "./lint.ts";

const PAGE = readFileSync("eslint-plugin/docs/secretlint.md", "utf8");
const SECTIONS = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n", 1)[0] ?? "", section] as const),
);

interface Sample {
  readonly path: string;
  readonly text: string;
}

function samplesIn(text: string): readonly Sample[] {
  return [...text.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)].map(([, path = "", sample = ""]) => ({
    path,
    text: fillIn(sample),
  }));
}

/** Samples hold no secret, so that no scanner, ours included, has a reason to shout at a page. */
function fillIn(sample: string): string {
  const key = exampleKey();
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const values: Readonly<Record<string, string>> = {
    key,
    start: key.slice(0, 20),
    rest: key.slice(20),
    basic: Buffer.from(`${key}:`).toString("base64"),
    random: "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S",
    token: `${part({ alg: "RS256" })}.${part({ companyId: "x7" })}.${randomBytes(40).toString("base64url")}`,
    whsec: "whsec_q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S==",
  };
  return sample.replace(/(?<!\$)\{\{(\w+)\}\}/g, (_marker, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no sample value is called ${name}`);
    return value;
  });
}

describe.each(MESSAGE_IDS)("%s", (id) => {
  test("has a section, with the anchor that messages lead to", () => {
    expect(PAGE).toContain(`<a id="${id}"></a>\n\n## ${id}\n`);
  });

  const samples = samplesIn(SECTIONS.get(id) ?? "");

  test("has samples", () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  test.each(samples)("is what its sample $path shows", async (sample) => {
    expect(await idsOf(sample)).toEqual([id]);
  });
});

test.each(samplesIn(SECTIONS.get("What it leaves alone") ?? ""))(
  "$path is left alone",
  async (sample) => {
    expect(await idsOf(sample)).toEqual([]);
  },
);

describe("comments that turn it off", () => {
  const [working = "", failing = ""] = (SECTIONS.get("Comments that turn it off") ?? "").split(
    "These do not:",
  );

  test("are shown in both ways", () => {
    expect(samplesIn(working).length).toBeGreaterThan(3);
    expect(samplesIn(failing).length).toBeGreaterThan(2);
  });

  test.each(samplesIn(working))("work in $path", async (sample) => {
    expect(await idsOf({ ...sample, withComments: true })).toEqual([]);
    expect(await idsOf(sample)).toEqual(["PLEO_API_KEY"]);
  });

  test.each(samplesIn(failing))("do not in $path", async (sample) => {
    expect(await idsOf({ ...sample, withComments: true })).toEqual(["PLEO_API_KEY"]);
  });
});

describe("a configuration on the page", () => {
  const configurations = [...PAGE.matchAll(/^```json[^\n]*\n([^]*?)^```$/gm)]
    .map(([, text = ""]) => text)
    .filter((text) => text.includes('"rules"'))
    .map(
      (text) =>
        JSON.parse(text) as {
          readonly rules: readonly { readonly id: string; readonly options?: object }[];
        },
    );

  test("is there in several forms", () => {
    expect(configurations.length).toBeGreaterThan(2);
  });

  test.each(configurations)(
    "names the rule and sets nothing that it does not know: %j",
    async ({ rules }) => {
      const ours = rules.find(({ id }) => id === RULE_ID);
      expect(ours).toBeDefined();
      await idsOf({ path: "a", text: "pleo", options: ours?.options ?? {} });
    },
  );
});

test("the hook for pre-commit is the one that the page names, and runs what the project has installed", () => {
  const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly Record<
    string,
    unknown
  >[];
  expect(PAGE).toContain(`- id: ${String(hook?.["id"])}`);
  expect(hook).toMatchObject({
    entry: "npx --no-install secretlint --no-glob --no-gitignore",
    language: "system",
    types: ["file"],
    exclude: String.raw`(^|/)\.secretlint(rc|ignore)`,
  });
});
