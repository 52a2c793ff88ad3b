import { readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { MESSAGE_IDS } from "../../eslint-plugin/secretlint/finding.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { PUBLIC_PREFIXES } from "../../src/pleo/public-prefixes.ts";
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

describe("the prefixes that make a name public", () => {
  const section = SECTIONS.get("PLEO_PUBLIC_ENV") ?? "";
  const named = [...section.matchAll(/`([A-Z_]+_)`/g)].map(([, prefix = ""]) => prefix);

  test("are on the page", () => {
    expect(named.length).toBeGreaterThan(5);
    expect(PUBLIC_PREFIXES.map(([prefix]) => prefix)).toEqual(expect.arrayContaining(named));
  });

  test.each(PUBLIC_PREFIXES)("are known, of whatever tool: %s", async (prefix) => {
    const idsOfName = (name: string) => idsOf({ path: ".env", text: `${name}=$KEY_OF_CI\n` });
    expect(await idsOfName(`${prefix}PLEO_API_KEY`)).toEqual(["PLEO_PUBLIC_ENV"]);
    expect(await idsOfName(`${prefix}ACME_PLEO_API_KEY`)).toEqual(["PLEO_PUBLIC_ENV"]);
    expect(await idsOfName(`${prefix}EMPLEO_API_KEY`)).toEqual([]);
  });

  test("do not keep a secret from being reported as well", async () => {
    const text = fillIn("VITE_PLEO_API_KEY={{key}}\n");
    expect(await idsOf({ path: ".env", text })).toEqual(["PLEO_API_KEY", "PLEO_PUBLIC_ENV"]);
  });
});

test("the options have the defaults that the page gives", () => {
  const rows = [...(SECTIONS.get("Options") ?? "").matchAll(/^\| `(\w+)` .*\| `(.+)` +\|$/gm)];
  const given = Object.fromEntries(
    rows.map(([, name = "", value = ""]) => [name, JSON.parse(value) as unknown]),
  );
  const settings = readOptions({});
  const { keyNames, minimumEntropy } = settings;
  expect(given).toEqual({ allows: [], keyNames, minimumEntropy });
  expect(settings.isAllowed(exampleKey())).toBe(false);
});

describe("what it does not see", () => {
  const bullets = (SECTIONS.get("What it does not see") ?? "").match(/^- /gm) ?? [];
  const key = exampleKey();
  const random = "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S";
  const twice = Buffer.from(Buffer.from(key).toString("base64")).toString("base64");
  const blind: readonly (readonly [what: string, path: string, ...texts: string[]])[] = [
    [
      "encrypted, reversed, in hex, or twice in base64",
      "a.env",
      `KEY=${Array.from(key).reverse().join("")}`,
      `KEY=${Buffer.from(key).toString("hex")}`,
      `KEY=${twice}`,
    ],
    ["a name that does not say Pleo", "a.env", `EXPENSES_TOKEN=${random}`],
    ["one variable to another", "a.js", "const it = pleoApiKey;\nconsole.log(it);"],
    [
      "looks as if made of words, is short, or is a UUID",
      "a.env",
      "PLEO_API_KEY=correct-horse-battery-staple",
      `PLEO_API_KEY=${random.slice(0, 15)}`,
      "PLEO_API_KEY=8d5f8b43-9a5a-4c0c-8f43-0c1e4a1d9b52",
    ],
    [
      "put together by a loop, or out of variables",
      "a.js",
      `for (const part of ["${key.slice(0, 20)}", "${key.slice(20)}"]) it += part;`,
      `const it = "${key.slice(0, 20)}" + middle + "${key.slice(20)}";`,
    ],
    [
      "printed by a here-document, or where another script says `set -x`",
      "a.sh",
      "cat <<END\n$PLEO_API_KEY\nEND",
      'run "$PLEO_API_KEY"',
    ],
  ];

  test("has an example of each, but for what is no file", () => {
    expect(bullets.length).toBe(blind.length + 1);
  });

  test.each(blind)("%s", async (_what, path, ...texts) => {
    for (const text of texts) expect(await idsOf({ path, text: `${text}\n` })).toEqual([]);
  });
});

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
