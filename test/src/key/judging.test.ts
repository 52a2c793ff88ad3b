import { describe, expect, it, test } from "vitest";
import { foreignVendor } from "../../../src/key/judging/foreign-secret.ts";
import { placeholderReason } from "../../../src/key/judging/placeholder.ts";
import type { PlaceholderReason } from "../../../src/key/judging/placeholder.ts";
import { tokenKind } from "../../../src/key/judging/token.ts";
import { exampleKey } from "../../support/keys.ts";

/** Built here and not written down, so that no scanner takes this file for a leak. */
describe("a secret of another", () => {
  const UPPER = "AZ09QX";
  const HEX = "0af9";
  const ALNUM = `${UPPER}azq`;
  const WORD = `${ALNUM}_`;
  const NAME = `${ALNUM}_-`;
  const BASE64 = `${NAME}+/=`;
  const filled = (alphabet: string, length: number): string =>
    alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length);

  /** Whose, what it begins with, what follows, and how few and how many of these. */
  const secrets: readonly (readonly [string, readonly string[], string, number, number])[] = [
    ["GitHub", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], WORD, 36, 255],
    ["GitHub", ["github_pat_"], WORD, 22, 255],
    ["AWS", ["AKIA", "ASIA", "ABIA", "ACCA"], UPPER, 16, 16],
    ["webhook signing (Pleo's own included)", ["whsec_"], BASE64, 16, Infinity],
    ["Stripe", ["sk_live_", "rk_test_", "pk_live_"], ALNUM, 10, 255],
    ["Slack", ["xoxb-", "xoxp-", "xoxe-", "xapp-1-"], `${ALNUM}-`, 10, 255],
    ["GitLab", ["glpat-", "gldt-", "glrt-", "glptt-", "glft-", "glsoat-"], `${NAME}.`, 20, 300],
    ["npm", ["npm_"], ALNUM, 36, 36],
    ["Google", ["AIza"], NAME, 35, 35],
    ["Google", ["ya29."], NAME, 20, Infinity],
    ["Google", ["GOCSPX-"], NAME, 28, 28],
    ["SendGrid", [`SG.${filled(NAME, 16)}.`, `SG.${filled(NAME, 32)}.`], NAME, 32, 64],
    ["Anthropic", ["sk-ant-"], NAME, 20, 255],
    ["OpenAI", ["sk-proj-", "sk-svcacct-", "sk-admin-"], NAME, 20, 255],
    ["OpenAI", ["sk-"], ALNUM, 48, 48],
    ["DigitalOcean", ["dop_v1_", "doo_v1_", "dor_v1_"], HEX, 64, 64],
    ["Shopify", ["shpat_", "shpca_", "shppa_", "shpss_"], `${HEX}AF`, 32, 32],
    ["Hugging Face", ["hf_"], ALNUM, 30, 40],
    ["PyPI", ["pypi-"], NAME, 50, Infinity],
    ["Docker", ["dckr_pat_", "dckr_oat_"], NAME, 24, 64],
    ["Linear", ["lin_api_"], ALNUM, 40, 40],
    ["Atlassian", ["ATATT3"], `${NAME}=`, 50, Infinity],
    ["Postman", [`PMAK-${filled(HEX, 24)}-`], HEX, 34, 34],
    ["Vault", ["hvs.", "hvb.", "hvr."], NAME, 24, Infinity],
    ["Figma", ["figd_"], NAME, 30, 80],
    ["Sentry", ["sntrys_", "sntryu_"], BASE64, 40, Infinity],
    ["New Relic", ["NRAK-"], UPPER, 27, 27],
    ["Square", ["sq0atp-", "sq0csp-"], NAME, 22, 50],
    ["Databricks", ["dapi"], HEX, 32, 32],
    ["Notion", ["ntn_"], ALNUM, 40, 60],
    ["Supabase", ["sbp_", "sbs_"], HEX, 40, 40],
    ["age", ["AGE-SECRET-KEY-1"], UPPER, 58, 58],
  ];
  const rows = secrets.flatMap(([vendor, beginnings, alphabet, fewest, most]) =>
    beginnings.map((beginning) => ({ beginning, vendor, alphabet, fewest, most })),
  );

  it.each(rows)("that begins with $beginning is as long as $vendor makes it", (row) => {
    const { beginning, vendor, alphabet, fewest, most } = row;
    const longest = Math.min(most, 1_000);
    for (const length of [fewest, longest]) {
      expect(foreignVendor(beginning + filled(alphabet, length))).toBe(vendor);
    }
    expect(foreignVendor(beginning + filled(alphabet, fewest - 1))).toBeUndefined();
    const beyond = foreignVendor(beginning + filled(alphabet, longest + 1));
    expect(beyond).toBe(most === Infinity ? vendor : undefined);
  });

  it.each(rows)("that begins with $beginning is all of the value, and of its characters", (row) => {
    const { beginning, alphabet, fewest, most } = row;
    const secret = beginning + filled(alphabet, fewest);
    for (const other of [`x${secret}`, ` ${secret}`, `${secret} `, `${secret}!`, `${secret}\n`]) {
      expect(foreignVendor(other)).toBeUndefined();
    }
    const broken = `${filled(alphabet, fewest - 1)}!${most === fewest ? "" : filled(alphabet, 8)}`;
    expect(foreignVendor(beginning + broken)).toBeUndefined();
  });

  it.each([
    ["SendGrid", `SG.${filled(NAME, 15)}.${filled(NAME, 40)}`, `SG.${filled(NAME, 16)}.`],
    ["SendGrid", `SG.${filled(NAME, 33)}.${filled(NAME, 40)}`, `SG.${filled(NAME, 32)}.`],
    ["Postman", `PMAK-${filled(HEX, 23)}-${filled(HEX, 34)}`, `PMAK-${filled(HEX, 24)}-`],
    ["Postman", `PMAK-${filled(HEX, 25)}-${filled(HEX, 34)}`, `PMAK-${filled(HEX, 24)}-`],
  ])("of %s has a first part as long as theirs", (vendor, nearMiss, beginning) => {
    expect(foreignVendor(nearMiss)).toBeUndefined();
    const rest = vendor === "Postman" ? filled(HEX, 34) : filled(NAME, 40);
    expect(foreignVendor(beginning + rest)).toBe(vendor);
  });

  it.each([
    ["Databricks", `dapi${filled(HEX, 32)}-2`],
    ["PEM", `-----BEGIN ${filled("ABC ", 40)}-----`],
    ["PEM", "-----BEGIN EC1-----"],
    ["SSH", "ssh-rsa AAAA"],
  ])("of %s may look otherwise, too", (vendor, secret) => {
    expect(foreignVendor(secret)).toBe(vendor);
  });

  it.each([
    `dapi${filled(HEX, 32)}-`,
    `dapi${filled(HEX, 32)}-x`,
    `dapi${filled(HEX, 32)}-22`,
    "-----BEGIN EC-----",
    `-----BEGIN ${filled("ABC ", 41)}-----`,
    "-----BEGIN Nothing-----",
    "x-----BEGIN EC1-----",
    "ssh-rsa AAA",
    "ssh-dss AAAA",
    "x ssh-rsa AAAA",
    "-----BEGIN",
    "ssh-ed25519",
    ...["ghq_", "ghx_"].map((beginning) => beginning + filled(WORD, 36)),
    ...["sk_", "xk_test_", "sk-other-", "xapp-", "xapp-x-", "xoxq-", "xoxz-", "ya29", "dckr_"].map(
      (beginning) => beginning + filled(ALNUM, 30),
    ),
    `dop_v2_${filled(HEX, 64)}`,
    `sq0ATP-${filled(NAME, 30)}`,
  ])("is not %s", (nearMiss) => {
    expect(foreignVendor(nearMiss)).toBeUndefined();
  });

  it("is not a key of Pleo's", () => {
    expect(foreignVendor(exampleKey())).toBeUndefined();
  });
});

describe("placeholders", () => {
  const reasons: Readonly<Record<PlaceholderReason, readonly string[]>> = {
    "unresolved-reference": [
      ...["${PLEO_API_KEY}", "${{ secrets.PLEO_API_KEY }}", "$PLEO_API_KEY", "%PLEO_API_KEY%"],
      ...["{{ pleo_key }}", "$(PLEO_KEY)", "#{PleoKey}#", "<%= key %>", "@@PLEO_KEY@@"],
      ...["process.env.PLEO_API_KEY", 'os.environ["PLEO_API_KEY"]', "secrets.PLEO_API_KEY"],
      ...["op://vault/pleo/key", "vault:secret/data/pleo#key"],
    ],
    "stringified-nothing": ["undefined", "null", "None", "nil", "NaN", "[object Object]", "false"],
    "example-words": [
      ...[
        "<your-key>",
        "<YOUR API KEY>",
        "[your key]",
        "{your_key}",
        "your_pleo_api_key",
        "YOUR-API-KEY",
      ],
      ...[
        "changeme",
        "change_me",
        "test",
        "dummy-key",
        "plp_xxx",
        "pls_xxxxxxxx_xxxxxx",
        "xxx",
        "todo",
      ],
      ...[
        "insert key here",
        "PLEO_API_KEY",
        "pls_your_key",
        "replace.with.your.token",
        "example-1234",
      ],
      ...[
        "dein-api-schluessel",
        "din_pleo_nøgle_her",
        "din-nyckel",
        "votre clé API",
        "TU_CLAVE_AQUI",
      ],
      ...["<ihr Schlüssel>", "jouw-api-sleutel", "la_tua_chiave", "sua-chave-aqui", "twój-klucz"],
      // As a Mac may write it.
      "ihr-schlu\u0308ssel",
    ],
    "masked-copy": [
      ...[
        "****",
        "***",
        `pls_${"*".repeat(32)}_a1b2c3`,
        "pls_abcd\u2026ef12",
        "pls_ab...cd",
        "....",
      ],
      ...["\u2022\u2022\u2022\u2022\u2022\u2022", "----"],
    ],
    "example-characters": [
      ...[
        "aaaaaaaa",
        "000000",
        "0123456789",
        "123456789abc",
        "fedcba98",
        "abcabcabc",
        `plp_${"9".repeat(20)}`,
      ],
      ...[`pls_${"a".repeat(32)}_a1b2c3`, `pls_${"0123456789abcdef".repeat(2)}_a1b2c3`],
      ...[`plp_${"1234567890abcdef".repeat(2)}_000000`, `plp_${"deadbeef".repeat(4)}_a1b2c3`],
    ],
  };

  it.each(
    Object.entries(reasons).flatMap(([reason, texts]) => texts.map((text) => [reason, text])),
  )("%s: %s", (reason, text) => {
    expect(placeholderReason(text)).toBe(reason);
  });

  it.each([
    ...["latest", "testing1", "mytoken9", "keyring", "xxy", "x", "ab", "12", "pleo2024"],
    ...["a$b", "$1", "50%", "%41%42", "a{b}c", "<abc123def456>", "a..b", "a.b.c", "vaulted:x y"],
    ...[
      "nullable",
      "falsey",
      "opaque",
      "abcdefg1",
      "0123456798",
      "abcabcabd",
      "aab",
      "your-key-k7f2q",
      "dein-api-schluessel-k7f2q",
      "89-9.e.a",
      "7844_e_y",
      "schluesselbund",
      "claves",
    ],
    "your-token ".repeat(30),
  ])("not %s", (text) => {
    expect(placeholderReason(text)).toBeUndefined();
  });

  it("a tail alone does not make a key a placeholder", () => {
    expect(placeholderReason(exampleKey({ tail: "000000" }))).toBeUndefined();
    expect(placeholderReason(exampleKey())).toBeUndefined();
  });
});

test.each([
  ["unresolved-reference", "${KEY"],
  ["unresolved-reference", "@Microsoft.KeyVault(SecretUri=https://x)"],
  ["unresolved-reference", "ENC[AES256_GCM,data:x,type:str]"],
  ["stringified-nothing", "n/a"],
  ["stringified-nothing", "(null)"],
  ["masked-copy", `pls_${"x".repeat(32)}_a1b2c3`],
  ["example-words", "pls_<32 hex>_<6 hex>"],
  ["example-words", "<32 hex>"],
  ["example-words", "pls_YOUR_32_HEX_KEY"],
  ["example-words", "YOUR_PLEO_KEY_2024"],
  ["example-words", "qwerty"],
])("%s is seen in %s", (reason, text) => {
  expect(placeholderReason(text)).toBe(reason);
});

test.each(["2024", "12", "<a1b2c3d4e5f6a7b8>"])("%s is no wording", (text) => {
  expect(placeholderReason(text)).not.toBe("example-words");
});

test.each([
  ["AKIA", "1234567890ABCDEF"],
  ["ASIA", "I44QH8DHBEX9MPLE"],
])("%s… is AWS's, whatever digits follow", (prefix, rest) => {
  expect(foreignVendor(prefix + rest)).toBe("AWS");
});

describe("a reference that nothing has filled in", () => {
  it.each([
    ...["${KEY", "${A B}", "${A\nB}", "${A}", "$(A B)", "$(A\nB)", "$KEY_12", "$Env:key", "%k9_Z%"],
    ...["{{ a b }}", "{{\na\n}}", "#{A b}", "#{A\nb}#", "<% key %>", "<%=\nkey %>"],
    ...["@KEY@", "@@KEY_2@@", "import.meta.env.KEY", "os.environ['KEY']", 'env["K_12"]', "vars.K"],
    ...["secrets['A_B']", "@microsoft.keyvault(a b)", "ENC[a\nb]", "ssm:/a/b.c#d_9-e"],
    ...["vault", "keyvault", "awssm", "gcpsm", "ssm", "doppler", "sops"].map(
      (each) => `${each}://a b`,
    ),
    "secretref:a-b",
  ])("%j, and neither with something before it nor after it", (reference) => {
    expect(placeholderReason(reference)).toBe("unresolved-reference");
    for (const other of [`x${reference}`, `7 ${reference}`, `${reference}\n `]) {
      expect(placeholderReason(other)).not.toBe("unresolved-reference");
    }
    if (reference.includes("://")) return;
    expect(placeholderReason(`${reference}\u00e9`)).not.toBe("unresolved-reference");
  });

  it.each([
    ...["${4KEY", "${KEY-", "$4KEY", "$KEY123", "$KEY_7q", "%4KEY%", "%KEY", "@key@", "@@@KEY@"],
    ...["{{ a }", "{ a }}", "#{A", "<% a >", "secrets.K123", "secrets.", "secrets.4K", "secrets-K"],
    ...[
      "op:/a",
      "op://",
      "vault:",
      "vault:a b",
      "ENC[a",
      "process.envKEY",
      "@Microsoft.KeyVault(a",
    ],
  ])("not %j", (nearMiss) => {
    expect(placeholderReason(nearMiss)).not.toBe("unresolved-reference");
  });
});

describe("the word of a program that has nothing", () => {
  it.each([
    ...["undefined", "null", "none", "nil", "nan", "n/a", "(null)", "(none)", "(nil)", "void 0"],
    ...["[object Object]", "[object Promise]", "true", "false", "NULL", "False"],
  ])("%s, and neither with something before it nor after it", (word) => {
    expect(placeholderReason(word)).toBe("stringified-nothing");
    for (const other of [`z${word}`, `${word}z`, `${word} k7q`]) {
      expect(placeholderReason(other)).not.toBe("stringified-nothing");
    }
  });

  it.each(["void 1", "(nan)", "[object ]", "[object a b]", "n a"])("not %s", (nearMiss) => {
    expect(placeholderReason(nearMiss)).not.toBe("stringified-nothing");
  });
});

describe("a masked copy", () => {
  it.each([
    ...[
      "a***b7",
      "a\u2026b7",
      "...k7q",
      "abcdefghijkl...n7qdefghijklmn",
      "z7bcdefghijklm...abcdefghijkl",
    ],
    ...["k7xxxxxxxxq", "k7XXXXXXXXq", "k7\u2022\u2022q", "k7\u25cf\u2217q", "k7\u00b7\u00b7q"],
    ...["*", "-", "*.\u2022\u25cf\u2217\u00b7-"],
  ])("%s", (copy) => {
    expect(placeholderReason(copy)).toBe("masked-copy");
  });

  it.each([
    ...["a**b7", "abcdefghijklm...n7qdefghijklmn", "z7bcdefghijklm...abcdefghijklm", "k7..q"],
    ...["k7xxxxxxxq", "k7XXXXXXXq", "k7xxxxXXXXq", "k7\u2022q", "*.-q7", "q7*.-"],
  ])("not %s", (nearMiss) => {
    expect(placeholderReason(nearMiss)).not.toBe("masked-copy");
  });
});

describe("the words of an example", () => {
  it.each([
    ...["<<your key>>", "[[key]]", "[132 hex]", "<your-key.it's_me>", "<key12>", "<q>"],
    ...[`<${"q".repeat(81)}>`, `<${"q".repeat(81)}12>`],
    ...["pls_<k>", "pls<k q>", "<k>_<q>", "abcdefgh_<k>", "pls_<132 hex>_<6 hex>", "<k><q>_"],
    ...[`pls_<${"q".repeat(41)}>`],
    ...["credential", "production", "sample", "placeholder", "company", "hunter2", "cafebabe"],
    ...["standalone", "goes", "fake", "fixme", "my key 2024", "your.key", "your,key", "your/key"],
    ...["your:key", "your\nkey", "your  key", " - your key - ", "key xx", "key key 7 12 123 1234"],
    "key ".repeat(50),
  ])("%j", (wording) => {
    expect(placeholderReason(wording)).toBe("example-words");
  });

  it.each([
    ...["<1324 hex>", "<key123>", "<1key>", "<1 2 hex>", "k7 <key>", "<key>k7", "<>", "<7 >"],
    ...[`<${"q".repeat(82)}>`, "<k7q>", "< k>"],
    ...["abcdefghi_<k>", "1_<k>", "x7_<k>", "pls_<k>7", "pls_<1324 hex>", "7pls_<k>"],
    ...[`pls_<${"q".repeat(42)}>`, "pls_<k7q>", "pls__<k>"],
    ...[
      "key 2024",
      "my key 20245",
      "my key k7q",
      "key x",
      "xx7 key",
      "keyxx",
      "axx",
      "xxa",
      "",
      " ",
    ],
    `${"key ".repeat(50)}q`,
  ])("not %j", (nearMiss) => {
    expect(placeholderReason(nearMiss)).not.toBe("example-words");
  });
});

describe("characters that somebody made up", () => {
  it.each([
    ...["zzz", "\n\n\n", "pls_zzz", "plq_zzzz", "ababab", "234567", "987654", "890123"],
    ...["f0123456", "9012345", "FEDCBA9", "12_34_56", "pls_012345", "1a2b3c4d1a2b3c4d"],
    ...["pls_1a2b3c1a2b3c", "0".repeat(40), "90123456789012345678901234567890123456789012"],
  ])("%j", (text) => {
    expect(placeholderReason(text)).toBe("example-characters");
  });

  it.each([
    ...[
      "zz",
      "plq_zz",
      "plQ_zzz",
      "xplq_zzz",
      "zzzq",
      "qzzz",
      "abab",
      "23456",
      "234568",
      "876543x",
    ],
    ...["pls_01235", "1a2b3c4d51a2b3c4d5", "1a2b3c4d1a2b3c4e", "0123456789abcdef1", "20123456"],
  ])("not %j", (nearMiss) => {
    expect(placeholderReason(nearMiss)).not.toBe("example-characters");
  });

  it.each([
    ["one character", "7".repeat(16)],
    ["two characters", "0110100110010110"],
    ["a piece of eight", "1a2b3c4d".repeat(2)],
    ["half of it twice", "1a2b3c4d5e".repeat(2)],
    ["counting on", "89abcdef01234567"],
    ["counting down", "76543210fedcba98"],
  ])("of a key's body: %s", (_, body) => {
    expect(placeholderReason(exampleKey({ body }))).toBe("example-characters");
  });

  it.each([
    ["three characters", "0120102210201121"],
    ["a piece of eight that is not whole at the end", `${"1a2b3c4d".repeat(2)}9`],
    ["a piece of nine, not twice", "1a2b3c4d5".repeat(2).slice(1)],
    ["counting with a gap", "89abcdef0123456f"],
  ])("not of a key's body: %s", (_, body) => {
    expect(placeholderReason(exampleKey({ body }))).toBeUndefined();
  });
});

describe("tokens", () => {
  const header = btoa('{"alg":"none"}').replaceAll("=", "");

  it("have three parts of base64url, the first of which opens an object", () => {
    expect(tokenKind(`${header}.e30.`)).toBe("jwt");
    // An encrypted one has five.
    expect(tokenKind(`${header}..a.b.c`)).toBe("jwt");
    for (const other of [
      header,
      `${header}.e30`,
      `${header}..x`,
      `${header}.e30.a.b`,
      `x${header}.e30.x`,
    ]) {
      expect(tokenKind(other)).toBeUndefined();
    }
    expect(tokenKind(`${header}.e+0.x`)).toBeUndefined();
  });

  const part = (text: string) => Buffer.from(text).toString("base64url");

  it.each([
    ["oauth", '{"typ":"at+jwt"}', "{}"],
    ["oauth", '{"alg":1,"typ" : "application/AT+JWT"}', "{}"],
    ["oauth", "{}", '{"iss":"pleo.x"}'],
    ["oauth", "{}", '{"iss" : "pleo.x","companyId":"x"}'],
    ["legacy", "{}", '{"companyId":"x"}'],
    ["legacy", "{}", '{"company_id" : "x"}'],
    ["jwt", '{"typ":"jwt"}', "{}"],
    ["jwt", '{"typ":"xat+jwt"}', "{}"],
    ["jwt", '{"typ":"at+jwtx"}', "{}"],
    ["jwt", "{}", '{"iss":"pleox"}'],
    ["jwt", "{}", '{"iss":"xpleo.x"}'],
    ["jwt", "{}", '{"company":"x"}'],
    ["jwt", "{}", '{"companyId"}'],
    ["jwt", '{"iss":"pleo.x"}', '{"typ":"at+jwt"}'],
  ])("of the kind %s hold %s and %s", (kind, first, claims) => {
    // So that the header begins as every one does, whatever it holds.
    const opening = part(first.replace(/^\{(?=\})/, '{"a":1'));
    expect(tokenKind(`${opening}.${part(claims)}.c2ln`)).toBe(kind);
  });

  it.each([
    `${header}.e30.c2ln.`,
    `${header}.e30.c2ln.x.y.z`,
    `${header}.e30.c!2ln`,
    `${header}..a.b`,
    `${header}..a.b.c.d`,
    `${header}..a.b.c!`,
    `${header}.e30.c2ln\n`,
    `${header}!.e30.c2ln`,
    "e30.e30.c2ln",
  ])("are not %s", (nearMiss) => {
    expect(tokenKind(nearMiss)).toBeUndefined();
  });

  it.each([`${header}....`, `${header}.a-_Z09.b-_Z09.c-_Z09.d-_Z09`, `${header}.e30.c-_Z09`])(
    "are %s",
    (token) => {
      expect(tokenKind(token)).toBe("jwt");
    },
  );
});
