import { describe, expect, it } from "vitest";
import { peelValue } from "../../../../src/key/judging/damage.ts";
import type { Damage } from "../../../../src/key/judging/damage.ts";
import { exampleKey } from "../../../support/keys.ts";

/** Of no shape that anybody knows, so that it comes out by what is taken off alone. */
const SECRET = "k7fQ2x";

type Taken = readonly [written: string, left: string, ...damages: Damage[]];

/** What is left of a value, and everything that was taken off. */
function expectLeft([written, left, ...damages]: Taken): void {
  const { layers, damages: noted } = peelValue(written);
  expect(layers[0]).toBe(written);
  expect(layers.at(-1)).toBe(left);
  // Each of them differs from the one before.
  expect(layers).toHaveLength(new Set(layers).size);
  expect(noted).toEqual(damages);
}

/** The same of a value of which nothing goes. */
const unchanged = (written: string, ...damages: Damage[]): Taken => [written, written, ...damages];

describe("JSON around a value", () => {
  it.for<Taken>([
    [`{"a":"${SECRET}"}`, SECRET, "json"],
    [`{"a" :  "${SECRET}"}`, SECRET, "json"],
    [`{\n"a": "${SECRET}"\n}`, SECRET, "json"],
    [`[{"a":"${SECRET}"}]`, SECRET, "json"],
    [`"a":"${SECRET}"`, SECRET, "json"],
    [`"a" : "${SECRET}"`, SECRET, "json"],
    [`{"a":"${SECRET}\\"T"}`, `${SECRET}\\"T`, "json"],
    [`{"a":""}`, "", "json"],
    unchanged(`{"a":"b","c":"${SECRET}"}`, "json"),
    unchanged('{"a" :1}', "json"),
    unchanged('["a"]', "json"),
    unchanged("[1,2]"),
    unchanged("{abc}"),
    unchanged(`x{"a":"${SECRET}"}`, "colon"),
    [`{"a":"${SECRET}"} x`, `{"a":"${SECRET}"}x`, "colon", "inner-whitespace"],
    [`{"a":"${SECRET}"`, `{"a":"${SECRET}`, "quotes", "colon"],
    [`x"a": "${SECRET}"`, `x"a":"${SECRET}`, "quotes", "colon", "inner-whitespace"],
  ])("%j", (taken) => {
    expectLeft(taken);
  });

  it("is opened at the value that looks like a key, and at none of two others", () => {
    const key = exampleKey();
    for (const other of [`{"a":"b","c":"${key}"}`, `{"a":"${key}","c":"b"}`]) {
      expect(peelValue(other).layers.slice(1)).toEqual([key]);
    }
  });
});

describe("a curl command around a value", () => {
  it.for<Taken>([
    [`curl -u ${SECRET} h`, SECRET, "curl-command"],
    [`curl\t-u\t${SECRET}`, SECRET, "curl-command"],
    [`$ curl -u ${SECRET} h`, SECRET, "curl-command"],
    [`$curl -u ${SECRET} h`, SECRET, "curl-command"],
    [`CURL.exe --user ${SECRET} h`, SECRET, "curl-command"],
    [`curl --user=${SECRET} h`, SECRET, "curl-command"],
    [`curl --user  ${SECRET} h`, SECRET, "curl-command"],
    [`curl -u${SECRET} h`, SECRET, "curl-command"],
    [`curl -u "${SECRET}" h`, SECRET, "curl-command"],
    [`curl -u '${SECRET}' h`, SECRET, "curl-command"],
    [`curl -u "${SECRET}'T" h`, `${SECRET}'T`, "curl-command"],
    [`curl -u '${SECRET}"T' h`, `${SECRET}"T`, "curl-command"],
    [
      `curl -H "Authorization: Bearer ${SECRET}" h`,
      SECRET,
      "curl-command",
      "header-line",
      "bearer-prefix",
    ],
    [
      `curl --header  'authorization: Basic ${SECRET}'`,
      SECRET,
      "curl-command",
      "header-line",
      "basic-prefix",
    ],
    unchanged('curl -H "x: y" h', "curl-command"),
    [`curly -u ${SECRET} h`, `curly-u${SECRET}h`, "inner-whitespace"],
    [`xcurl -u ${SECRET} h`, `xcurl-u${SECRET}h`, "inner-whitespace"],
  ])("%j", (taken) => {
    expectLeft(taken);
  });
});

describe("an address around a value", () => {
  it.for<Taken>([
    [`https://${SECRET}@h/`, SECRET, "url"],
    [`HTTPS://${SECRET}@h`, SECRET, "url"],
    [`git+ssh://${SECRET}@h`, SECRET, "url"],
    [`https://${SECRET}:pw@h/p`, SECRET, "url"],
    [`https://h/?key=${SECRET}`, SECRET, "url"],
    [`https://h?key=${SECRET}`, SECRET, "url"],
    [`https://h/?MyKey=${SECRET}`, SECRET, "url"],
    [`https://h/p?a=b&api_token=${SECRET}#f`, SECRET, "url"],
    [`https://h/?a=b&client_secret=${SECRET}&x=y`, SECRET, "url"],
    [`https://h/?a?key=${SECRET}`, SECRET, "url"],
    [`https://h/?key=${SECRET} rest`, SECRET, "url"],
    [`https://@h/?key=${SECRET}`, SECRET, "url"],
    ["https://h/?key=a=b", "a", "url"],
    unchanged(`https://h/?x=${SECRET}`, "url"),
    unchanged("https://h/?key=", "url"),
    unchanged(`https://h/#?key=${SECRET}`, "url"),
    unchanged("https://h/a@b", "url"),
    unchanged("https://h?a@b", "url"),
    unchanged("https://h#a@b", "url"),
    unchanged("https://a b@h", "url"),
    unchanged("https://:pw@h/", "url"),
    unchanged("https://h/", "url"),
    unchanged(`1https://${SECRET}@h`, "colon"),
    unchanged(`https:/${SECRET}@h`, "colon"),
  ])("%j", (taken) => {
    expectLeft(taken);
  });
});

describe("a name in front of a value", () => {
  const KEYWORDS = ["-", "export", "set", "setx", "env", "const", "let", "var"];

  it.each([...KEYWORDS.flatMap((each) => [`${each} `, `${each} \t `]), "$env:", "-", "--"])(
    "after %j",
    (keyword) => {
      expectLeft([`${keyword}KEY=${SECRET}`, SECRET, "assignment"]);
    },
  );

  it.for<Taken>([
    [`KEY:=${SECRET}`, SECRET, "assignment"],
    [`KEY: ${SECRET}`, SECRET, "assignment"],
    [`key  =  ${SECRET}`, SECRET, "assignment"],
    [`FOO=${SECRET}`, SECRET, "assignment"],
    [`FOO_2=${SECRET}`, SECRET, "assignment"],
    [`fooToken=${SECRET}`, SECRET, "assignment"],
    [`A.b-key2=${SECRET}`, SECRET, "assignment"],
    [`authorizations: ${SECRET}`, SECRET, "assignment"],
    [`x-authorization: ${SECRET}`, SECRET, "assignment"],
    ["KEY=a\nb", "ab", "line-break", "assignment"],
    ["PLEO_API_KEY=", "", "assignment"],
    unchanged("FOO="),
    unchanged("apikey="),
    unchanged(`foo=${SECRET}`),
    unchanged(`FOOx=${SECRET}`),
    unchanged(`xFOO=${SECRET}`),
    unchanged(`KEY==${SECRET}`),
    unchanged(`---key=${SECRET}`),
    unchanged(`1KEY=${SECRET}`),
    unchanged(`KEY:${SECRET}`, "colon"),
  ])("%j", (taken) => {
    expectLeft(taken);
  });

  it("goes before anything within a value of several lines does", () => {
    expect(peelValue("KEY=a\nb").layers).toEqual(["KEY=a\nb", "a\nb", "ab"]);
  });

  it.for<Taken>([
    [`authorization: ${SECRET}`, SECRET, "header-line"],
    [`Proxy-Authorization=${SECRET}`, SECRET, "header-line"],
    [`authorization"  :  ${SECRET}`, SECRET, "header-line"],
    [`"authorization": ${SECRET}`, SECRET, "quotes", "header-line"],
    [`-H Authorization: ${SECRET}`, SECRET, "header-line"],
    [`-H  "Authorization: ${SECRET}"`, SECRET, "quotes", "header-line"],
    [`--header 'authorization: ${SECRET}`, SECRET, "header-line"],
    [`x authorization: ${SECRET}`, `xauthorization:${SECRET}`, "colon", "inner-whitespace"],
  ])("that is a header's: %j", (taken) => {
    expectLeft(taken);
  });

  it.each(["bearer", "basic"] as const)("that is a scheme: %s", (scheme) => {
    const damage = `${scheme}-prefix` as const;
    const capitalised = scheme.replace("b", "B");
    for (const after of [" ", "  ", "%20", ":", ": ", ":  "]) {
      expectLeft([`${scheme}${after}${SECRET}`, SECRET, damage]);
      expectLeft([`${capitalised}${after}${SECRET}`, SECRET, damage]);
    }
    expectLeft([scheme, "", damage]);
    expectLeft(unchanged(scheme + SECRET));
    expectLeft([`x${scheme} ${SECRET}`, `x${scheme}${SECRET}`, "inner-whitespace"]);
  });
});

describe("quotes around a value", () => {
  it.each(Array.from("\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"))("%s", (quote) => {
    expectLeft([quote + SECRET, SECRET, "quotes"]);
    expectLeft([SECRET + quote, SECRET, "quotes"]);
    expectLeft([`\\${quote}${SECRET}\\${quote}`, SECRET, "quotes"]);
    expectLeft([`${quote}${SECRET}${quote};`, SECRET, "quotes"]);
    expectLeft([`${SECRET}${quote},`, SECRET, "quotes"]);
  });

  it.for<Taken>([
    unchanged(`${SECRET}"T`),
    unchanged(`${SECRET},`),
    [`"${SECRET}".`, `${SECRET}".`, "quotes"],
  ])("%j", (taken) => {
    expectLeft(taken);
  });
});

describe("credentials in base64", () => {
  const user = "a-user-of-16-cha";

  it.for<Taken>([
    [btoa(`${user}:`), user, "encoded-credentials"],
    [btoa(`${user}!~:`), `${user}!~`, "encoded-credentials"],
    [` ${btoa(`${user}:`)}`, user, "surrounding-whitespace", "encoded-credentials"],
    unchanged(btoa(`${user.slice(1)}:`)),
    unchanged(btoa(user)),
    unchanged(btoa(`${user} x:`)),
    unchanged(btoa(`${user}:${user}:`)),
    unchanged(btoa(`${user}\x7f:`)),
    unchanged(`!${btoa(`${user}:`)}`),
    unchanged(`${btoa(`${user}:`)}!`),
    unchanged(`${btoa(`${user}a:`).replaceAll("=", "")}===`),
  ])("%j", (taken) => {
    expectLeft(taken);
  });

  it("hold a key, whatever else they hold, and never two", () => {
    const [one, other] = [exampleKey(), exampleKey()];
    const decoded = (text: string) => peelValue(btoa(text)).layers[1];
    expect(decoded(one) === one).toBe(true);
    expect(decoded(`${one}:x`) === `${one}:x`).toBe(true);
    expect(decoded(`${one} ${one}:`) === `${one} ${one}`).toBe(true);
    expect(decoded(`${one} ${other}`)).toBeUndefined();
  });
});

describe("what stands next to a key", () => {
  const key = exampleKey();
  const taken = (written: string) => {
    const { layers, damages } = peelValue(written);
    return { isKey: layers.at(-1) === key, damages };
  };
  const JUNK = [
    ...Array.from("!#$()*+,./;=>?@[\\]^_{|}~-<"),
    ...["<key>", "</key>", "<a:b-c.d_e1>", "&quot;", "&#34;", "&amp;", "\\n", "\\r", "\\t"],
  ];

  it.each(JUNK)("%s", (junk) => {
    expect(taken(key + junk)).toEqual({ isKey: true, damages: ["punctuation"] });
    expect(taken(junk + key)).toEqual({ isKey: true, damages: ["punctuation"] });
    expect(taken(junk.repeat(3) + key)).toEqual({ isKey: true, damages: ["punctuation"] });
    expect(taken(key + junk.repeat(3))).toEqual({ isKey: true, damages: ["punctuation"] });
    expect(peelValue(junk + SECRET).damages).not.toContain("punctuation");
  });

  it.each(["x", "0", "%", "&", "& ;", "<1>", "\u00e9"])("not %s", (other) => {
    expect(taken(`${key}.${other}`).damages).not.toContain("punctuation");
    expect(taken(`${other}.${key}`).damages).not.toContain("punctuation");
  });

  it("goes for escapes, in either case, where a key comes out", () => {
    for (const escape of ["%5F", "%5f"]) {
      expect(taken(key.replaceAll("_", escape))).toEqual({
        isKey: true,
        damages: ["percent-encoded"],
      });
    }
    expect(taken(key.replace("p", "%70")).isKey).toBe(true);
    expect(taken(key.replace("p", "%7g")).damages).not.toContain("percent-encoded");
    expectLeft(unchanged("%70ls"));
  });
});

describe("colons", () => {
  it.for<Taken>([
    [`${SECRET}:`, SECRET, "trailing-colon"],
    [`${SECRET}::`, SECRET, "trailing-colon"],
    unchanged(`:${SECRET}`, "colon"),
    unchanged("a:b", "colon"),
    unchanged("a:\u00e9", "colon", "non-ascii"),
  ])("%j", (taken) => {
    expectLeft(taken);
  });
});

describe("characters that no key contains", () => {
  it.each<readonly [Damage, readonly string[]]>([
    ["zero-width-character", ["\u00ad", "\u180e", "\u200b", "\u200f", "\u202a", "\u202e"]],
    ["zero-width-character", ["\u2060", "\u2064", "\ufeff", "\u200b\u200b"]],
    ["control-character", ["\0", "\x08", "\x7f", "\x80", "\x9f", "\x1b"]],
    ["control-character", ["\x1b[31m", "\x1b[0;1m", "\x1b[m", "\x1b[K"]],
    ["line-break", ["\n", "\r", "\r\n\r\n", "\u2028", "\u2029"]],
    ["inner-whitespace", [" ", "\t\t", "\u00a0", "\u200a", "\u202f", "\u205f"]],
  ])("go: %s %j", (damage, characters) => {
    for (const each of characters) {
      expectLeft([`k7${each}fQ`, "k7fQ", damage]);
      expectLeft([`k${each}7${each}fQ`, "k7fQ", damage]);
    }
  });

  it.each(["\u2010", "\u2027", "\u2065", "\u2066", "\u00e9", "\u00a1", "\u{1f511}"])(
    "stay, and are told: %j",
    (character) => {
      expectLeft(unchanged(`k7${character}fQ`, "non-ascii"));
    },
  );

  it("go before and after the value, too", () => {
    expectLeft([`\ufeff${SECRET}`, SECRET, "byte-order-mark"]);
    expectLeft([`\ufeff\ufeff${SECRET}`, SECRET, "byte-order-mark"]);
    expect(peelValue(`\ufeff\ufeff${SECRET}`).layers).toHaveLength(2);
    expectLeft([`\u00ef\u00bb\u00bf${SECRET}`, SECRET, "byte-order-mark"]);
    expectLeft([`k7\ufefffQ`, "k7fQ", "zero-width-character"]);
    expectLeft([` ${SECRET}`, SECRET, "surrounding-whitespace"]);
    for (const end of ["\n", "\r", "\u2028", "\u2029"]) {
      expectLeft([SECRET + end, SECRET, "line-break"]);
      expectLeft([end + SECRET, SECRET, "line-break"]);
      expectLeft([` ${SECRET}${end}`, SECRET, "surrounding-whitespace", "line-break"]);
    }
  });
});

describe("of many things around a value", () => {
  it("sixteen layers are looked at, and no more", () => {
    const { layers } = peelValue("Bearer ".repeat(20) + SECRET);
    expect(layers).toHaveLength(16);
    expect(layers.at(-1)).toBe("Bearer ".repeat(5) + SECRET);
  });

  it("no more go once the caller has enough", () => {
    const isEnough = (layer: string) => layer.startsWith("'");
    expect(peelValue(`"'${SECRET}'"`, isEnough).layers).toEqual([`"'${SECRET}'"`, `'${SECRET}'`]);
    expect(peelValue(`'${SECRET}'`, isEnough)).toEqual({ layers: [`'${SECRET}'`], damages: [] });
  });
});
