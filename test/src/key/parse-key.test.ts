import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damageAdvice } from "../../../src/key/judging/advice.ts";
import { DAMAGES } from "../../../src/key/judging/damage.ts";
import type { Damage } from "../../../src/key/judging/damage.ts";
import { isExampleKey } from "../../../src/key/judging/example-hex.ts";
import { parseKey } from "../../../src/key/parse-key.ts";
import type { ParsedKey } from "../../../src/key/parse-key.ts";
import { isSendable } from "../../../src/key/sendable.ts";
import { isKeyShaped } from "../../../src/key/shape.ts";
import { arbitraryDebris, arbitraryKey } from "../../support/arbitrary-keys.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";
import { runs } from "../samples.ts";

const key = exampleKey();
const basic = btoa(`${key}:`);

describe("a key", () => {
  it.each([
    ["known", key],
    ["known", exampleKey({ prefix: "plp" })],
    ["tolerant", exampleKey({ prefix: "plx" })],
    ["tolerant", exampleKey({ body: randomHex(64) })],
    ["tolerant", exampleKey({ tail: randomHex(8) })],
  ])("of a %s shape is taken as it is", (shape, value) => {
    const parsed = parseKey(value);
    expect(parsed).toMatchObject({ kind: "key", shape });
    expect(keyOf(parsed)).toBe(value);
  });

  it.each([
    ["a body one too short", exampleKey({ body: randomHex(15) })],
    ["a body one too long", exampleKey({ body: randomHex(129) })],
    ["upper-case hex", `pls_${"ABCDEF12".repeat(3)}9_A1B2C3`],
    ["64 hex digits", `pls_${randomHex(64)}`],
    ["a word", "correcthorsebatterystaple"],
    ["one letter", "k"],
    ["a word of the vocabulary inside", "testify-9f2"],
    ["x inside", "axxxb7q"],
    ["digits that nearly count", "0123456798ab"],
    ["padding", "c2VjcmV0IHdpdGggdG9rZW4gaW4gaXQ="],
    ["every sign that may be sent", "!\"#$&'()*+,-./;<=>?@[\\]^_`{|}~a1"],
    ["a base64 text of something else", btoa("not a user name: at all")],
    ["a dash and a suffix", `${key}-eu1`],
    ["two parts of a JWT", "eyJhbGciOiJub25lIn0.eyJhIjoxfQ"],
    ["a short whsec_", "whsec_abc"],
    ["ghp_ with the length of no GitHub token", `ghp_${"a1".repeat(10)}`],
    ["an equals sign inside", "q8fj=29dk"],
    ["a dollar sign in front", `$a1B2c3D4${randomHex(12)}`],
    ["env. in front", `env.${randomHex(20)}`],
    ["a short base64 text that could be credentials", "eyJhbGciOi"],
    ["percent signs", "100%41bc-9f2e"],
    ["three dots in the middle", `${randomHex(20)}...${randomHex(20)}`],
  ])("of another shape is let through: %s", (_, value) => {
    expect(parseKey(value).kind).toBe("unknown-shape");
    expect(keyOf(parseKey(value))).toBe(value);
  });

  it("is missing when there is nothing", () => {
    const blanks = ["", " ", "   ", "\n", "\n\n\n", "\t \r\n", "\u00a0", "\ufeff", "\u200b"];
    blanks.push("\u200b\u200b\u200b", "\u200f \u2060 \ufeff", "\u00ad", "\0");
    // Quotes, a prefix or a name around nothing are nothing.
    for (const blank of [...blanks, '""', "''\n", "Bearer ", "PLEO_API_KEY=", 'export KEY=""']) {
      expect(parseKey(blank).kind, JSON.stringify(blank)).toBe("missing");
    }
  });
});

describe("a key beside what is no base64 after all", () => {
  // Decoded, the second half is random bytes, among which a placeholder's dots appear every two hundred keys or so.
  it("is never taken for a placeholder", () => {
    const kinds = Array.from({ length: runs(2_000) }, () => {
      const key = exampleKey();
      const header = `${btoa(`A=b\nPLEO_API_KEY=${key}\n\nC=d\n`)}Bearer ${key}\n`;
      return parseKey(header).kind;
    });
    expect(new Set(kinds)).toEqual(new Set(["damaged"]));
  });

  it.each([
    ["in the text around it", `A=b\nPLEO_API_KEY=${key}\n\nC=d...`],
    ["right after it", `${key}...`],
    ["right after it, in base64 once more", btoa(`${key}...`)],
  ])("is not taken for a masked copy by three dots %s", (_, text) => {
    for (const value of [text, btoa(text)]) {
      const parsed = parseKey(value);
      expect(parsed.kind).toBe("damaged");
      expect(keyOf(parsed) === key).toBe(true);
    }
  });
});

describe("a damaged key", () => {
  const cut = (middle: string) => key.slice(0, 20) + middle + key.slice(20);

  it.each<[readonly Damage[], string]>([
    [["line-break"], `${key}\n`],
    [["line-break"], `${key}\r\n`],
    [["line-break"], cut("\n")],
    [["surrounding-whitespace"], ` ${key}`],
    [["surrounding-whitespace"], `${key}\u00a0`],
    [["surrounding-whitespace", "line-break"], `\t${key} \n`],
    [["inner-whitespace"], cut(" ")],
    [["inner-whitespace"], cut("\t")],
    [["line-break", "inner-whitespace"], cut("\n  ")],
    [["control-character"], cut("\0")],
    [["control-character"], `\x1b[31m${key}\x1b[0m`],
    [["control-character"], key.split("").join("\0")],
    [["zero-width-character"], cut("\u200b")],
    [["zero-width-character"], `\u200b${key}`],
    [["byte-order-mark"], `\ufeff${key}`],
    [["byte-order-mark", "line-break"], `\ufeff${key}\r\n`],
    [["byte-order-mark"], `\u00ef\u00bb\u00bf${key}`],
    [["quotes"], `"${key}"`],
    [["quotes"], `'${key}'`],
    [["quotes"], `\u201c${key}\u201d`],
    [["quotes"], `\\"${key}\\"`],
    [["quotes"], `"${key}`],
    [["quotes"], `${key}"`],
    [["quotes"], `"${key}",`],
    [["punctuation"], `${key},`],
    [["punctuation"], `<${key}>`],
    [["punctuation"], `(${key});`],
    [["bearer-prefix"], `Bearer ${key}`],
    [["bearer-prefix"], `bearer ${key}`],
    [["basic-prefix"], `Basic ${key}`],
    [["basic-prefix", "encoded-credentials"], `Basic ${basic}`],
    [["encoded-credentials"], basic],
    [["encoded-credentials"], basic.replaceAll("=", "")],
    [["encoded-credentials"], btoa(key)],
    [["header-line", "basic-prefix", "encoded-credentials"], `Authorization: Basic ${basic}`],
    [["quotes", "header-line", "bearer-prefix"], `-H "Authorization: Bearer ${key}"`],
    [["trailing-colon"], `${key}:`],
    [["colon"], `${key}:password`],
    [["assignment"], `PLEO_API_KEY=${key}`],
    [["assignment"], `apiKey = ${key}`],
    [["quotes", "assignment"], `export PLEO_API_KEY="${key}"`],
    [["line-break", "quotes", "assignment"], `export PLEO_API_KEY='${key}'\n`],
    [["quotes", "assignment"], `$env:PLEO_API_KEY="${key}"`],
    [["assignment"], `pleo_api_key: ${key}`],
    [["assignment"], `- PLEO: ${key}`],
    [["json"], JSON.stringify({ apiKey: key })],
    [["json"], JSON.stringify({ name: "a", apiKey: key })],
    [["json"], JSON.stringify([key])],
    [["json"], `"apiKey": "${key}"`],
    [["url"], `https://${key}:@external.pleo.io/v1`],
    [["url"], `https://${key}@external.pleo.io/v1`],
    [["url"], `https://external.pleo.io/v1?api_key=${key}`],
    [["url"], `https://external.pleo.io/${key}`],
    [["curl-command"], `curl -u ${key} https://external.pleo.io`],
    [["curl-command", "trailing-colon"], `curl -u "${key}:" https://external.pleo.io`],
    [
      ["curl-command", "header-line", "basic-prefix", "encoded-credentials"],
      `curl -H 'Authorization: Basic ${basic}' https://external.pleo.io`,
    ],
    [["line-break", "encoded-credentials", "trailing-colon"], btoa(`${key}:\n`)],
    [["line-break", "encoded-credentials"], btoa(`${key}\n`)],
    [["encoded-credentials", "colon"], btoa(`${key}:x`)],
    [["line-break", "assignment", "encoded-credentials"], btoa(`PLEO_API_KEY=${key}\n`)],
    [["encoded-credentials"], btoa(basic)],
    [
      ["encoded-credentials", "trailing-colon", "control-character"],
      Buffer.from(`${key}:`, "utf16le").toString("base64"),
    ],
    [["percent-encoded", "trailing-colon"], `${key}%3A`],
    [["line-break", "percent-encoded"], `${key}%0A`],
    [["percent-encoded"], key.replaceAll("_", "%5F")],
    [["encoded-credentials", "percent-encoded"], encodeURIComponent(basic)],
    [["assignment", "encoded-credentials"], `auth=${basic}`],
    [["assignment"], `--key=${key}`],
    [["punctuation"], `${key}.`],
    [["punctuation"], `$${key}`],
    [["punctuation"], `**${key}**`],
    [["punctuation"], `${key}\\n`],
    [["punctuation"], `&quot;${key}&quot;`],
    [["punctuation"], `<key>${key}</key>`],
    [["punctuation"], `['${key}']`],
    [["curl-command"], `curl https://external.pleo.io/?k=${key}`],
    [["curl-command", "trailing-colon"], `curl -u ${key}: https://external.pleo.io/...`],
    [["colon"], `\${PLEO_API_KEY:-${key}}`],
    [["non-ascii"], `${key}é`],
    [["line-break", "assignment"], `A=b\nPLEO_API_KEY=${key}\nC=d\n`],
  ])("%j is seen, and the key inside", (damages, value) => {
    const parsed = parseKey(value);
    expect(parsed).toMatchObject({ kind: "damaged", damages });
    expect(keyOf(parsed)).toBe(key);
  });

  it.each<[readonly Damage[], string]>([
    [["line-break"], "correcthorse\n"],
    [["inner-whitespace"], "correct horse battery"],
    [["assignment"], "FOO=correcthorse"],
    [["colon"], "user:pass:word"],
    [["non-ascii"], key.replace("p", "\u0440")],
    [["colon", "non-ascii"], "k:\u00e9"],
    [["non-ascii"], "\ud800"],
    [["json"], JSON.stringify({ a: 1, b: "c", d: "e" })],
    [["curl-command"], "curl https://external.pleo.io"],
    [["url"], "https://external.pleo.io/v1"],
    [["line-break"], `${key}\n${exampleKey()}`],
  ])("%j is seen, and no key that is beyond doubt", (damages, value) => {
    const parsed = parseKey(value);
    expect(parsed).toMatchObject({ kind: "damaged", damages });
    expect(parsed).not.toHaveProperty("inner");
  });
});

describe("what is no key stays what it is under its wrapping", () => {
  const wrappings = ["%", "%\n", '"%"', "Bearer %", "PLEO_API_KEY=%", ' "%" \r\n'];
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
  const jwt = (header: object, payload: object) =>
    `${part(header)}.${part(payload)}.${randomHex(20)}`;
  const token = jwt({ alg: "RS256" }, { companyId: "x", userId: "y" });
  const foreign = `ghp_${randomHex(36)}`;

  it.each(wrappings)("a token in %j", (wrapping) => {
    expect(parseKey(wrapping.replace("%", token))).toMatchObject({
      kind: "legacy-token",
      token: "legacy",
    });
  });

  it.each(wrappings)("another vendor's secret in %j", (wrapping) => {
    expect(parseKey(wrapping.replace("%", foreign))).toMatchObject({
      kind: "foreign-secret",
      vendor: "GitHub",
    });
  });

  it.each(wrappings)("a placeholder in %j", (wrapping) => {
    expect(parseKey(wrapping.replace("%", "your-api-key"))).toMatchObject({ kind: "placeholder" });
  });

  // Without its blanks it would be something else.
  it.each([
    ["example-words", "insert key here"],
    ["stringified-nothing", "[object Object]"],
  ])("%s: as far as it can be recognised, and no further: %s", (reason, value) => {
    for (const wrapping of wrappings) {
      expect(parseKey(wrapping.replace("%", value))).toMatchObject({ kind: "placeholder", reason });
    }
  });

  it("tells tokens apart", () => {
    const kinds = [
      [token, "legacy"],
      [jwt({ alg: "RS256", typ: "at+JWT" }, {}), "oauth"],
      [jwt({ alg: "RS256" }, { iss: "pleo.production" }), "oauth"],
      [jwt({ alg: "RS256" }, { sub: "someone" }), "jwt"],
    ] as const;
    for (const [value, kind] of kinds) expect(parseKey(value)).toMatchObject({ token: kind });
  });

  it("hands out a token only if nothing is around it", () => {
    expect(keyOf(parseKey(token))).toBe(token);
    for (const around of [`${token}\n`, ` ${token}`, `Bearer ${token}`, `"${token}"`]) {
      expect(parseKey(around)).not.toHaveProperty("key");
    }
    for (const other of [foreign, "your-api-key"])
      expect(parseKey(other)).not.toHaveProperty("key");
  });
});

describe("on any text", () => {
  const anyValue = fc.oneof(
    fc.string({ unit: anyCharacter() }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    arbitraryDebris(),
    arbitraryKey(),
    fc.tuple(arbitraryDebris(), arbitraryKey(), arbitraryDebris()).map((parts) => parts.join("")),
  );

  it("it answers, and says `key` exactly for what has the shape of a real one", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const isKey = isKeyShaped(value) && !isExampleKey(value);
        expect(parseKey(value).kind === "key").toBe(isKey);
      }),
      { numRuns: runs(2000) },
    );
  });

  it("every key that it hands out can be sent", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const handedOut = keyOf(parseKey(value));
        expect(handedOut === undefined || isSendable(handedOut)).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });

  it("every damage is named, and what is not damaged can be sent as it is", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const parsed = parseKey(value);
        if (parsed.kind === "damaged") expect(parsed.damages.length).toBeGreaterThan(0);
        if (parsed.kind === "unknown-shape") expect(keyOf(parsed)).toBe(value);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("the advice is two sentences that hold nothing of the value", () => {
    const value = fc.tuple(
      arbitraryKey(),
      fc.constantFrom("%\n", '"%"', "Bearer %", "K=%", "%x", "% %"),
    );
    fc.assert(
      fc.property(value, ([secret, wrapping]) => {
        const parsed = parseKey(wrapping.replaceAll("%", secret));
        if (parsed.kind === "key") expect.fail("a wrapped key is not a key");
        const { problem, remedy } = parsed.advice;
        for (const sentence of [problem, remedy]) expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
        for (let at = 0; at + 5 <= secret.length; at++) {
          expect(problem + remedy).not.toContain(secret.slice(at, at + 5));
        }
      }),
    );
  });

  it.each(DAMAGES)("the advice on %s is its own", (damage) => {
    const { problem } = damageAdvice([damage]);
    expect(DAMAGES.filter((other) => damageAdvice([other]).problem === problem)).toEqual([damage]);
  });

  it("several damages make one readable sentence", () => {
    const parsed = parseKey(`Bearer "${key}"\n`);
    expect(parsed).toMatchObject({
      advice: {
        problem:
          'The value is not the bare key: it has a line break, quotes around the key and the word "Bearer" in front.',
      },
    });
  });
});

/** The key that a parsed value holds, bare or inside. */
function keyOf(parsed: ParsedKey): string | undefined {
  if (parsed.kind === "damaged") return parsed.inner?.reveal();
  if (parsed.kind === "legacy-token") return parsed.key?.reveal();
  return "key" in parsed ? parsed.key.reveal() : undefined;
}
