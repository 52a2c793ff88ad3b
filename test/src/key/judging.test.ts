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
});
