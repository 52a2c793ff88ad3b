import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSpelling } from "../../../src/key/spelling.ts";
import { findKeys } from "../../../src/key/find-keys.ts";
import { keyHandling } from "../../../src/pleo/web-app.ts";
import { noHardcodedKey } from "../../../eslint-plugin/rules/no-hardcoded-key.ts";
import { arbitraryDebris, arbitraryKey } from "../../support/arbitrary-keys.ts";
import { exampleKey } from "../../support/keys.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { PARSERS, lint, lintRaw } from "../lint.ts";
import type { ParserName, Report } from "../lint.ts";
import { lintMangled } from "../lint-mangled.ts";
import { RuleTester } from "../rule-tester.ts";

const RULE = "no-hardcoded-key";
const KEY = exampleKey();
const [PREFIX, BODY, TAIL] = KEY.split("_") as [string, string, string];
const START = KEY.slice(0, 20);
const REST = KEY.slice(20);
/** Every character as its code, so that nothing of the key is left to see. */
const HEX_ESCAPED = Array.from(KEY, (character) => `\\x${codeOf(character)}`).join("");
const ENTITIES = Array.from(KEY, (character) => `&#x${codeOf(character)};`).join("");

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, "0");
}

function check(code: string, parser?: ParserName): readonly Report[] {
  return lint(code, parser === undefined ? { rule: RULE } : { rule: RULE, parser });
}

const parsers = Object.keys(PARSERS) as ParserName[];

describe.each(parsers)("with %s, a key that stands there as it is", (parser) => {
  test.each([
    ["in a string", `const a = "${KEY}";`],
    ["in a string with single quotes", `const a = '${KEY}';`],
    ["in a header", `fetch(url, { headers: { Authorization: "Bearer ${KEY}" } });`],
    ["in a URL", `fetch("https://${KEY}:@external.pleo.io");`],
    ["in a template", `const a = \`Bearer ${KEY} of \${company}\`;`],
    ["in a tagged template", `const a = tag\`${KEY}\`;`],
    ["in a line comment", `// ${KEY}\nrun();`],
    ["in a block comment", `/** @example ${KEY} */\nrun();`],
    ["in a shebang", `#!/usr/bin/env node ${KEY}\nrun();`],
    ["in JSX text", `const a = <code>${KEY}</code>;`],
    ["in a JSX attribute", `const a = <Pleo apiKey="${KEY}" />;`],
    ["in a regular expression", `const a = /^${KEY}$/;`],
    ["as an object's key", `const a = { "${KEY}": 1 };`],
    ["as an object's key without quotes", `const a = { ${KEY}: 1 };`],
    ["as a name", `const ${KEY} = 1;`],
    ["as a directive", `"${KEY}";`],
    ["in an import", `import "./${KEY}.js";`],
    ["after an escape", `const a = "A\\n${KEY}\\n";`],
    ["in a part of a sum", `const a = "Bearer " + "${KEY}" + "!";`],
    ["in an item of a list", `const a = ["Bearer", "${KEY}"].join(" ");`],
    ["after a byte order mark", `\uFEFFconst a = "${KEY}";`],
    ["on a later line of Windows", `run();\r\nconst a = "${KEY}";\r\n`],
  ])("is reported %s, exactly there", (_where, code) => {
    expect(check(code.replace("\uFEFF", ""), parser)).toEqual([
      { messageId: "written", message: expect.any(String) as string, pointsAt: KEY },
    ]);
    expect(lintRaw(code, { rule: RULE, parser })).toHaveLength(1);
  });

  test("is reported at each of its places", () => {
    const reports = check(`const a = "${KEY} ${KEY}"; // ${KEY}`, parser);
    expect(reports.map(({ pointsAt }) => pointsAt)).toEqual([KEY, KEY, KEY]);
  });

  test.each(Object.entries(SPELLERS).filter(([name]) => name !== "UTF-16"))(
    "is reported when spelled %s, with a slice that decodes to it",
    (_name, spell) => {
      const [report, ...more] = check(`const a = ${JSON.stringify(spell(KEY))};`, parser);
      const [found] = findKeys(spell(KEY));
      expect(more).toEqual([]);
      expect(report?.messageId).toBe("written");
      expect(found && decodeSpelling(report?.pointsAt ?? "", found.spelling)).toBe(KEY);
    },
  );

  test("is reported within base64 that is wrapped", () => {
    const wrapped = Buffer.from(`{"company": "Example", "apiKey": "${KEY}"}`)
      .toString("base64")
      .replace(/.{64}/g, "$&\n");
    expect(check(`const a = \`\n${wrapped}\`;`, parser)).toHaveLength(1);
  });
});

describe.each(parsers)("with %s, a key behind escapes", (parser) => {
  test.each([
    ["an underscore in hex", `"${KEY.replace("_", "\\x5f")}"`],
    ["an underscore in Unicode", `'${KEY.replaceAll("_", "\\u005f")}'`],
    ["a code point", `"${KEY.replace("_", "\\u{5F}")}"`],
    ["everything", `"${HEX_ESCAPED}"`],
    ["a needless escape", `"${PREFIX}\\_${BODY}\\_${TAIL}"`],
    ["a line that goes on", `"${START}\\\n${REST}"`],
    ["UTF-16", JSON.stringify(SPELLERS["UTF-16"]?.(KEY))],
    ["a template", `\`Bearer ${KEY.replace("_", "\\x5f")}\``],
    ["a template with something else in it", `\`\${scheme} ${HEX_ESCAPED}\``],
  ])("is found by its value and reported on the literal: %s", (_how, literal) => {
    expect(check(`const a = ${literal};`, parser)).toMatchObject([
      { messageId: "escaped", pointsAt: literal },
    ]);
  });

  test.each([
    ["an attribute", `<a b="${ENTITIES}" />`, `"${ENTITIES}"`],
    ["text", `<a>${ENTITIES}</a>`, ENTITIES],
  ])("is found in JSX: %s", (_where, markup, pointsAt) => {
    expect(check(`const a = ${markup};`, parser)).toMatchObject([
      { messageId: "escaped", pointsAt },
    ]);
  });

  test("is reported once, even if it stands there twice or is in a sum", () => {
    expect(check(`const a = "${HEX_ESCAPED} ${HEX_ESCAPED}";`, parser)).toHaveLength(1);
    expect(check(`const a = "Bearer " + "${HEX_ESCAPED}" + "!";`, parser)).toHaveLength(1);
    expect(check(`const a = "\\x20${KEY}";`, parser)).toMatchObject([{ messageId: "written" }]);
  });
});

describe.each(parsers)("with %s, a key in pieces", (parser) => {
  test.each([
    ["a sum", `"${START}" + "${REST}"`],
    ["a sum cut within the prefix", `"${KEY.slice(0, 2)}" + "${KEY.slice(2)}"`],
    ["a sum of sums", `("${KEY.slice(0, 9)}" + "${KEY.slice(9, 20)}") + ('' + \`${REST}\`)`],
    ["a sum with a piece behind escapes", `"${PREFIX}\\x5f" + "${BODY}_${TAIL}"`],
    ["a template", `\`${START}\${"${REST}"}\``],
    ["a template with text around", `\`Bearer \${"${START}"}${REST} \${more}\``],
    ["a template in a template", `\`\${\`${START}\`}${REST}\``],
    ["a list", `["${START}", "${REST}"].join("")`],
    ["a list with holes", `["${START}", , "${REST}"].join("")`],
    ["a list joined by underscores", `["${PREFIX}", "${BODY}", "${TAIL}"].join('_')`],
    ["a list of sums", `["${PREFIX}" + "_", "${BODY}", \`_${TAIL}\`].join("")`],
  ])("is put together and reported whole: %s", (_how, expression) => {
    const [only, ...more] = check(`const a = ${expression};`, parser);
    expect(more).toEqual([]);
    // Parentheses belong to no expression.
    expect(expression).toContain(only?.pointsAt);
    expect(only?.pointsAt).toMatch(/^\(?["'`[]/);
    expect(only?.messageId).toBe("composed");
  });

  test("is reported on what it is made of, not on all the rest", () => {
    const sum = `"${START}" + "${REST}"`;
    expect(check(`log("Key: " + ${sum} + " of " + company);`, parser)).toMatchObject([
      { pointsAt: sum },
    ]);
    expect(check(`log(intro + ${sum});`, parser)).toMatchObject([{ pointsAt: sum }]);
  });

  test("is reported in base64", () => {
    const basic = Buffer.from(`${KEY}:`).toString("base64");
    expect(
      check(`const a = "Basic ${basic.slice(0, 3)}" + "${basic.slice(3)}";`, parser),
    ).toMatchObject([
      {
        messageId: "composed",
        message: expect.stringMatching(/^A Pleo API key in base64 /) as string,
      },
    ]);
  });

  test("is reported once where its beginning alone is a key", () => {
    expect(check(`const a = "${KEY}" + "abcd";`, parser)).toMatchObject([
      { messageId: "written", pointsAt: KEY },
    ]);
  });
});

test("a key in pieces is seen through types", () => {
  for (const code of [
    `const a = ("${START}" as string) + "${REST}"!;`,
    `const a = (["${START}", "${REST}"] as const).join("");`,
    `const a = (["${START}", "${REST}" satisfies string] satisfies string[] as string[]).join("");`,
  ]) {
    expect(check(code)).toMatchObject([{ messageId: "composed" }]);
  }
});

describe("the message", () => {
  const messages = [
    `const a = "${KEY}";`,
    `const a = "${HEX_ESCAPED}";`,
    `const a = "${START}" + "${REST}";`,
    ...Object.values(SPELLERS).map((spell) => `const a = ${JSON.stringify(spell(KEY))};`),
  ].map((code) => check(code)[0]?.message ?? "");

  test("names the place in Pleo's web app as the core does", () => {
    const place = "Settings > API Keys";
    expect(keyHandling("standalone", "production").place).toContain(place);
    for (const message of messages) expect(message).toContain(` under ${place}, `);
  });

  test("names what was found", () => {
    expect(new Set(messages.map((message) => message.replace(/, so .*/, "")))).toEqual(
      new Set([
        "A Pleo API key is written here",
        "A Pleo API key is written here with escapes",
        "A Pleo API key is put together here from pieces",
        "A Pleo API key in base64 is written here",
        "A percent-encoded Pleo API key is written here",
        "A Pleo API key in UTF-16 is written here with escapes",
      ]),
    );
  });

  test("shows nothing of the key", () => {
    for (const message of messages) {
      for (let at = 0; at + 4 <= KEY.length; at++) {
        expect(message.includes(KEY.slice(at, at + 4))).toBe(false);
      }
    }
  });

  test("comes without a fix or a suggestion, which would repeat the source", () => {
    const [raw] = lintRaw(`const a = "${KEY}";`, { rule: RULE, parser: "espree" });
    expect(raw?.fix).toBeUndefined();
    expect(raw?.suggestions).toBeUndefined();
  });
});

new RuleTester().run(RULE, noHardcodedKey, {
  valid: [
    { name: "nothing at all", code: "" },
    { name: "the environment", code: "const key = process.env.PLEO_API_KEY;" },
    { name: "a placeholder in words", code: 'const key = "pls_your-api-key";' },
    { name: "a placeholder in x", code: `const key = "pls_${"x".repeat(32)}_${"x".repeat(6)}";` },
    { name: "a made-up key", code: `const key = "pls_${"0".repeat(32)}_${"0".repeat(6)}";` },
    {
      name: "a made-up key that counts",
      code: `const key = "pls_" + "${"0123456789abcdef".repeat(2)}_012345";`,
    },
    { name: "a pattern", code: "const key = /^pl[ps]_[0-9a-f]{32}_[0-9a-f]{6}$/;" },
    { name: "another product's key", code: `const key = "pls_${BODY}${BODY}";` },
    { name: "a key within a longer word", code: `const word = "x${KEY}";` },
    {
      name: "pieces with something unknown between",
      code: `const a = "${START}" + b + "${REST}";`,
    },
    { name: "pieces that are not added", code: `const a = ["${START}", "${REST}"];` },
    {
      name: "pieces joined by something else",
      code: `const a = ["${START}", "${REST}"].join(", ");`,
    },
    { name: "pieces joined by commas", code: `const a = ["${START}", "${REST}"].join();` },
    {
      name: "pieces of a list that goes on",
      code: `const a = ["${START}", ...b, "${REST}"].join("");`,
    },
    { name: "pieces handed to another join", code: `const a = path.join("${START}", "${REST}");` },
    { name: "pieces subtracted", code: `const a = "${START}" - "${REST}";` },
    { name: "a join that is not called", code: `const a = f(["${START}", "${REST}"].join);` },
    { name: "a join by another name", code: `const a = ["${START}", "${REST}"]["join"]("");` },
    {
      name: "a template without text",
      code: `const a = tag\`\\unicode \${"${START}"}\\u{${REST}\`;`,
    },
  ],
  invalid: [
    {
      name: "exact positions",
      code: `run();\nconst a = "Bearer ${KEY}";`,
      errors: [
        {
          messageId: "written",
          data: { what: "A Pleo API key" },
          line: 2,
          column: 19,
          endLine: 2,
          endColumn: 19 + KEY.length,
        },
      ],
    },
    {
      name: "every key of a line",
      code: `const a = "${KEY}", b = "${exampleKey({ prefix: "plp" })}";`,
      errors: [{ messageId: "written" }, { messageId: "written" }],
    },
  ],
});

test("a comment of ESLint's turns it off for a line", () => {
  const code = `// eslint-disable-next-line pleo/no-hardcoded-key\nconst a = "${KEY}";`;
  expect(check(code)).toEqual([]);
});

describe("whatever the program,", () => {
  test("no key that stands in it is missed", () => {
    fc.assert(
      fc.property(arbitraryKey(), arbitraryDebris(), (key, debris) => {
        const code = `const a = ${JSON.stringify(`${debris} ${key}`)};`;
        expect(check(code).length).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("no key is missed that was cut in three, if a piece of it can be recognised", () => {
    fc.assert(
      fc.property(arbitraryKey(), fc.nat(), fc.nat(), (key, one, other) => {
        const cuts = [one % key.length, other % key.length].toSorted((a, b) => a - b);
        const pieces = [key.slice(0, cuts[0]), key.slice(cuts[0], cuts[1]), key.slice(cuts[1])];
        fc.pre(pieces.some((piece) => /pl[a-z]_|[0-9][0-9a-f]{7}/.test(piece)));
        const code = pieces.map((piece) => `"${piece}"`).join(" + ");
        expect(check(code)).toHaveLength(1);
      }),
    );
  });

  test.each(parsers)("the rule does not throw on a mangled one (%s)", (parser) => {
    const programs = [
      `const a = "${START}" + \`\${"${REST}"}\` + ["${PREFIX}", , ...b].join("_");`,
      `const a = <a b="&#95;">${KEY} {"x" + "\\x41"}</a>; tag\`\\u \${"a"}\`;`,
      `class A { #a = "${HEX_ESCAPED}"; static { this.a ??= /${KEY}/u.exec?.([1, 2].join("")); } }`,
      `type T = \`a\${"b"}\`; enum E { A = "${START}" + "${REST}" }; const a = <any>"x" + b!;`,
    ];
    expect(lintMangled(programs, { rule: RULE, parser })).toBeGreaterThan(20);
  });

  test("a long sum and a long list are read to the end", () => {
    const items = Array.from({ length: 500 }, (_, index) => `"${index}, "`);
    const sum = [...items, `"${START}"`, `"${REST}"`].join(" + ");
    expect(check(sum)).toHaveLength(1);
    const list = Array.from({ length: 30_000 }, () => `""`).join(",");
    expect(check(`[${list},"${START}","${REST}"].join("")`)).toHaveLength(1);
  });

  test("a separator does not make a small program large", () => {
    let list = '"x"';
    for (let depth = 0; depth < 40; depth++) list = `["a", "b", "c"].join(${list})`;
    expect(check(`${list} + " ${START}" + "${REST}"`)).toHaveLength(1);
  });
});

describe.each(parsers)("with %s, a key that a constant begins", (parser) => {
  test.each([
    ["in a sum", `const a = "${START}"; use(a + "${REST}");`],
    ["and another ends", `const a = "${START}", b = "${REST}"; use(a + b);`],
    ["in a template", `const a = "${START}"; use(\`\${a}${REST}\`);`],
    ["in a template with both", `const a = "${START}"; const b = "${REST}"; use(\`\${a}\${b}\`);`],
    ["in a list", `const a = "${START}"; use([a, "${REST}"].join(""));`],
    ["behind a word", `const a = "Basic ${START}"; use(a + "${REST}" + ":");`],
    ["in base64", `const a = "${btoa(KEY).slice(0, 24)}"; use(a + "${btoa(KEY).slice(24)}");`],
    ["of which only the prefix is there", `const a = "${PREFIX}_"; use(a + "${BODY}_${TAIL}");`],
    ["in a function", `const a = "${START}"; function f() { return a + "${REST}"; }`],
    ["used before it is declared", `const f = () => a + "${REST}"; const a = "${START}";`],
  ])("%s", (_name, code) => {
    expect(check(code, parser)).toMatchObject([{ messageId: "composed" }]);
  });

  test.each([
    [
      "with what only the running program knows",
      `const a = "${START}"; use(a + process.env.REST);`,
    ],
    ["with too little", `const a = "${START}"; use(a + "${REST.slice(0, 4)}");`],
    ["with something else", `const a = "${START}"; use(a + "…");`],
    ["in another order", `const a = "${START}"; use("${REST}" + a);`],
    ["with something between", `const a = "${START}"; use(a + " " + "${REST}");`],
    ["that is written again", `let a = "${START}"; a = "x"; use(a + "${REST}");`],
    ["of the same name elsewhere", `{ const a = "${START}"; } use(a + "${REST}");`],
    ["that is given to a function", `const a = "${START}"; use(a, "${REST}");`],
    ["as a sample", `const a = "${PREFIX}_"; use(a + "your-key");`],
  ])("not %s", (_name, code) => {
    expect(check(code, parser)).toEqual([]);
  });

  test("is told once for each place", () => {
    expect(check(`const a = "${START}", b = "${REST}"; use(a + b, a + b);`)).toHaveLength(2);
    expect(check(`const a = "${START}"; use(\`\${a}${REST} \${a}${REST}\`);`)).toHaveLength(1);
  });
});
