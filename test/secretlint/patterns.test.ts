import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { isExampleKey } from "../../src/key/judging/example-hex.ts";
import { isKnownShape } from "../../src/key/shape.ts";
import { exampleKey, randomHex } from "../support/keys.ts";
import {
  isCommonSyntax,
  readGithubPatterns,
  readGitleaksRules,
  scanWithGithub,
  scanWithGitleaks,
} from "./other-scanners.ts";
import type { Scan } from "./other-scanners.ts";
import { readFixtures } from "./read-fixtures.ts";
import type { Fixture } from "./read-fixtures.ts";

const PAGE = readFileSync("docs/patterns/README.md", "utf8");
const RULES = readGitleaksRules(readFileSync("docs/patterns/gitleaks.toml", "utf8"));
const PATTERNS = readGithubPatterns(
  readFileSync("docs/patterns/github-custom-patterns.md", "utf8"),
);
const SCANNERS: readonly (readonly [string, Scan])[] = [
  ["gitleaks", scanWithGitleaks(RULES)],
  ["GitHub", scanWithGithub(PATTERNS)],
];

const findSecrets = createSecretFinder(readOptions({}));
const KEY = exampleKey();
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What is said to be missed, by the name that it has on the page. */
const MISSED: Readonly<Record<string, readonly string[]>> = {
  "Percent-encoded": [KEY.replaceAll("_", "%5F")],
  "Behind escapes": ["\\x5f", "\\u005f", "&#95;"].map((escape) => KEY.replaceAll("_", escape)),
  "In pieces": [
    `x = "${KEY.slice(0, 20)}" + "${KEY.slice(20)}"`,
    `key=${KEY.slice(0, 20)}\\\n${KEY.slice(20)}`,
  ],
  "In UTF-16": [Buffer.from(`key=${KEY}`, "utf16le").toString()],
  "In other base64": [
    base64(`{${KEY}}`),
    base64(`a=1\nb=${KEY}`),
    base64(exampleKey({ body: randomHex(40) })),
    base64(`${"x".repeat(42)}${KEY}`).replace(/.{76}/, "$&\n"),
  ],
  "After a colour": [`\x1b[31m${KEY}`],
  "Of unknown shape": ["PLEO_API_KEY=q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S"],
  "By name": ["VITE_PLEO_API_KEY=$KEY", 'curl "https://external.pleo.io/?api_key=$PLEO_API_KEY"'],
};

/** What is said to be reported though it is harmless. */
const TOO_MUCH: Readonly<Record<string, (scanner: string) => readonly string[]>> = {
  "Loose underscores": () => [`_${KEY}`, `${KEY}__`],
  "Made-up pieces": () => [exampleKey({ body: "a1c7e93b50d2f468".repeat(2) })],
  "Made-up base64": (scanner) => [
    base64(exampleKey({ body: "0123456789abcdef".repeat(2), tail: "7f3a9c" })),
    ...(scanner === "GitHub" ? [base64(exampleKey({ body: "0".repeat(32) }))] : []),
  ],
};

/** Why the patterns cannot see what a marker of a fixture stands for. */
const MISSED_MARKERS: Readonly<Record<string, keyof typeof MISSED>> = {
  percent: "Percent-encoded",
  escaped: "Behind escapes",
  entity: "Behind escapes",
  quoted: "Behind escapes",
  start: "In pieces",
  rest: "In pieces",
  random: "Of unknown shape",
  hex: "Of unknown shape",
  "basic of random": "Of unknown shape",
  "base64 of random": "Of unknown shape",
  token: "Of unknown shape",
  oauth: "Of unknown shape",
  whsec: "Of unknown shape",
};
const SEEN_MARKERS: readonly string[] = ["key", "basic", "base64"];

function seenIn({ kind, filledIn }: Fixture): readonly string[] {
  if (kind === "wide") return [];
  const seen = filledIn.filter(({ marker }) => SEEN_MARKERS.includes(marker));
  return [...new Set(seen.map(({ value }) => value))].sort();
}

describe.each(SCANNERS)("with %s", (scanner, scan) => {
  const fixtures = readFixtures();

  test.each(fixtures.filter((fixture) => seenIn(fixture).length > 0))(
    "$name is found, and exactly what is to be deleted",
    (fixture) => {
      expect([...new Set(scan(fixture.text))].sort()).toEqual(seenIn(fixture));
    },
  );

  test.each(fixtures.filter((fixture) => seenIn(fixture).length === 0))(
    "$name is left alone",
    (fixture) => {
      expect(scan(fixture.text)).toEqual([]);
    },
  );

  test.each(Object.entries(MISSED))("%s is missed, and found by our rule", (name, samples) => {
    for (const text of samples) {
      expect(scan(text), text).toEqual([]);
      expect(findSecrets({ text, path: ".env" }), name).not.toEqual([]);
    }
  });

  test.each(Object.entries(TOO_MUCH))("%s is reported, and not by our rule", (_name, samples) => {
    for (const sample of samples(scanner)) {
      const text = `a ${sample} b`;
      expect(scan(text)).toEqual([sample.replaceAll(/^_+|_+$/g, "")]);
      expect(findSecrets({ text, path: ".env" })).toEqual([]);
    }
  });

  test.each([
    ["alone", KEY],
    ["between quotes", `"${KEY}"`],
    ["in a URL", `https://${KEY}:@external.pleo.io`],
    ["behind a written line break", `"a\\n${KEY}"`],
    ["behind a percent-encoded sign", `key%3D${KEY}`],
    ["behind the flag of curl", `curl -u${KEY}:`],
    ["emphasised", `_${KEY}_ and ___${KEY}___ `],
    ["twice, one after the other", `${KEY},${KEY}`],
    ["of the least length", exampleKey({ prefix: "plx", body: randomBody(16), tail: "7f3a" })],
    ["of the greatest length", exampleKey({ body: randomBody(128), tail: randomBody(32) })],
  ])("a key is found %s", (_where, text) => {
    expect(new Set(scan(text)).size).toBe(1);
    expect(findSecrets({ text, path: "a" })).not.toEqual([]);
  });

  test.each([
    ["within a word", `x${KEY}`],
    ["before more of a word", `${KEY}x`],
    ["within a word of underscores", `a_${KEY}_b ____${KEY}____ `],
    ["with a body that is too short", exampleKey({ body: randomBody(15) })],
    ["with a body that is too long", exampleKey({ body: randomBody(129) })],
    ["with a tail that is too short", exampleKey({ tail: "7f3" })],
    ["with a tail that is too long", exampleKey({ tail: randomBody(33) })],
    ["with capital letters", exampleKey({ body: `7F3A${randomBody(28)}` })],
    ["without a tail", `pls_${randomBody(64)}`],
    ["with another prefix", exampleKey({ prefix: "sk" })],
    ["with too short a prefix", exampleKey({ prefix: "pl" })],
    ["in base64 that is cut", base64(KEY).slice(0, 50)],
  ])("nothing is found %s", (_where, text) => {
    expect(scan(text)).toEqual([]);
  });

  test("keys in base64 are found with and without a colon, a line break, a password", () => {
    for (let run = 0; run < 200; run++) {
      const key = exampleKey({ prefix: run % 2 === 0 ? "pls" : "plp" });
      for (const text of [key, `${key}:`, `${key}\n`, `${key}:secret`].map(base64)) {
        expect(scan(`Authorization: Basic ${text}\n`)).toEqual([text]);
      }
    }
  });

  test("keys that a person counted out are no keys", () => {
    for (const cycle of ["0123456789abcdef", "1234567890abcdef", "0123456789"]) {
      for (let from = 0; from < cycle.length; from++) {
        const counted = cycle.repeat(4).slice(from, from + 32);
        for (const body of [counted, Array.from(counted).reverse().join("")]) {
          const key = exampleKey({ body });
          expect(isExampleKey(key)).toBe(true);
          expect(scan(key)).toEqual([]);
        }
      }
    }
  });

  test("keys of the known shape are missed once in thousands of times at most", () => {
    const keys = Array.from({ length: 5000 }, () => exampleKey());
    expect(keys.filter((key) => scan(key).length === 0)).toEqual([]);
  });
});

/** Of no fewer different digits than a key would have, whatever the dice say. */
function randomBody(length: number): string {
  return `9f3c71e05b2d86a4${randomHex(Math.max(0, length - 16))}`.slice(0, length);
}

describe("the patterns", () => {
  test("are two each, of other keywords than a text without keys has", () => {
    expect(RULES.map(({ id }) => id)).toEqual(["pleo-api-key", "pleo-api-key-base64"]);
    expect(PATTERNS).toHaveLength(2);
    for (const { keywords } of RULES) expect(keywords.length).toBeGreaterThan(0);
  });

  test.each(["a(?=b)", "a(?!b)", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?i)a", "(?<n>a)", "a++", "a*?"])(
    "may not have %s",
    (pattern) => {
      expect(isCommonSyntax(pattern)).toBe(false);
    },
  );

  test.each(["\\bpl[a-z]_", "(?:a|b){2,3}", "[^0-9A-Za-z+/_-]", "={0,2}"])(
    "may have %s",
    (pattern) => {
      expect(isCommonSyntax(pattern)).toBe(true);
    },
  );
});

describe("the page", () => {
  const namesBelow = (heading: string): readonly string[] => {
    const [, section = ""] = PAGE.split(`\n## ${heading}\n`);
    const [list = ""] = section.split("\n## ");
    return Array.from(list.matchAll(/^- \*\*(.+)\*\*: /gm), ([, name = ""]) => name);
  };

  test("names everything that is missed, and everything that is reported too much", () => {
    expect(namesBelow("What they miss")).toEqual(Object.keys(MISSED));
    expect(namesBelow("What they report too much")).toEqual(Object.keys(TOO_MUCH));
  });

  test("names a reason for every secret in the fixtures that the patterns do not see", () => {
    const markers = readFixtures().flatMap(({ expected, filledIn }) =>
      expected.length === 0 ? [] : filledIn.map(({ marker }) => marker),
    );
    const unseen = [...new Set(markers)].filter((marker) => !SEEN_MARKERS.includes(marker));
    const named = Object.keys(MISSED_MARKERS);
    expect(unseen.filter((marker) => marker !== "uuid").sort()).toEqual(named.sort());
    for (const name of Object.values(MISSED_MARKERS)) expect(MISSED).toHaveProperty([name]);
  });

  test("has commands that make up a key, and its form in a header", () => {
    const commands = Array.from(PAGE.matchAll(/^node -p ("[^\n]+")$/gm), ([, code = ""]) => code);
    const [key = "", header = ""] = commands.map((code) => {
      const args = ["-p", JSON.parse(code) as string];
      return spawnSync(process.execPath, args, { encoding: "utf8" }).stdout.trim();
    });
    expect(isKnownShape(key)).toBe(true);
    for (const [, scan] of SCANNERS) {
      expect(scan(key)).toEqual([key]);
      expect(scan(header)).toEqual([header]);
    }
  });

  test("has a configuration that takes the file up, which takes up the default", () => {
    expect(PAGE).toContain('```toml .gitleaks.toml\n[extend]\npath = "gitleaks-pleo.toml"\n```');
    const toml = readFileSync("docs/patterns/gitleaks.toml", "utf8");
    expect(toml).toContain("\n[extend]\nuseDefault = true\n");
  });
});
