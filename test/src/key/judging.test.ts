import { describe, expect, it, test } from "vitest";
import { foreignVendor } from "../../../src/key/judging/foreign-secret.ts";
import { placeholderReason } from "../../../src/key/judging/placeholder.ts";
import type { PlaceholderReason } from "../../../src/key/judging/placeholder.ts";
import { tokenKind } from "../../../src/key/judging/token.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";

/** Built here and not written down, so that no scanner takes this file for a leak. */
const of = (prefix: string, length: number): string => prefix + randomHex(length);
const upper = (length: number): string =>
  randomHex(length)
    .toUpperCase()
    .replaceAll(/[0189]/g, "Q");

describe("secrets of others", () => {
  it.each([
    ["GitHub", of("ghp_", 36), of("ghp_", 35)],
    ["GitHub", of("ghs_", 36), of("ghx_", 36)],
    ["GitHub", of("github_pat_", 82), of("github_pat_", 8)],
    ["AWS", `AKIA${upper(16)}`, `AKIA${upper(15)}`],
    ["AWS", `ASIA${upper(16)}`, `ASIA${upper(17)}`],
    ["PEM", `-----BEGIN ${["RSA", "PRIVATE", "KEY"].join(" ")}-----\nabc`, "-----BEGIN"],
    ["webhook signing (Pleo's own included)", of("whsec_", 32), of("whsec_", 8)],
    ["Stripe", of("sk_live_", 24), of("sk_", 24)],
    ["Stripe", of("rk_test_", 24), of("xk_test_", 24)],
    ["Slack", of("xoxb-", 40), of("xoxz-", 40)],
    ["Slack", of("xapp-1-", 40), of("xapp-", 40)],
    ["GitLab", of("glpat-", 20), of("glpat-", 12)],
    ["npm", of("npm_", 36), of("npm_", 34)],
    ["Google", of("AIza", 35), of("AIza", 34)],
    ["Google", of("ya29.", 40), of("ya29", 40)],
    ["Google", of("GOCSPX-", 28), of("GOCSPX-", 27)],
    ["SendGrid", `${of("SG.", 22)}.${randomHex(43)}`, of("SG.", 66)],
    ["Anthropic", of("sk-ant-", 80), of("sk-ant-", 8)],
    ["OpenAI", of("sk-", 48), of("sk-", 20)],
    ["OpenAI", of("sk-proj-", 48), of("sk-other-", 48)],
    ["DigitalOcean", of("dop_v1_", 64), of("dop_v2_", 64)],
    ["Shopify", of("shpat_", 32), of("shpat_", 31)],
    ["Hugging Face", of("hf_", 34), of("hf_", 20)],
    ["PyPI", of("pypi-", 80), of("pypi-", 20)],
    ["Docker", of("dckr_pat_", 27), of("dckr_", 27)],
    ["Linear", of("lin_api_", 40), of("lin_api_", 39)],
    ["Atlassian", of("ATATT3", 80), of("ATATT3", 20)],
    ["Postman", `${of("PMAK-", 24)}-${randomHex(34)}`, of("PMAK-", 24)],
    ["Vault", of("hvs.", 24), of("hvs.", 20)],
    ["SSH", `ssh-ed25519 ${"A".repeat(4)}C3`, "ssh-ed25519"],
  ])(
    "%s's are known, and what only looks a little like them is not",
    (vendor, secret, nearMiss) => {
      expect(foreignVendor(secret)).toBe(vendor);
      expect(foreignVendor(nearMiss)).toBeUndefined();
      expect(foreignVendor(`x${secret}`)).toBeUndefined();
    },
  );

  it("no Pleo key is one of them", () => {
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
        `pls_${"*".repeat(32)}_${randomHex(6)}`,
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
      ...[
        `pls_${"a".repeat(32)}_${randomHex(6)}`,
        `pls_${"0123456789abcdef".repeat(2)}_${randomHex(6)}`,
      ],
      ...[
        `plp_${"1234567890abcdef".repeat(2)}_000000`,
        `plp_${"deadbeef".repeat(4)}_${randomHex(6)}`,
      ],
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
