import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { entropyOf, isSecretValue } from "../../eslint-plugin/secretlint/secret-value.ts";
import { exampleKey, randomHex } from "../support/keys.ts";

const findSecrets = createSecretFinder(readOptions({}));

function idsIn(text: string, path = "settings"): readonly string[] {
  return findSecrets({ text, path }).map(({ messageId }) => messageId);
}

const KEY = exampleKey();
const [START, REST] = [KEY.slice(0, 20), KEY.slice(20)];
const ENTROPY = 2.8;
/** Digits and letters of all kinds in no order, so that no judgement depends on the dice. */
const RANDOM = "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S";
const HEX = `9f3c71e05b2d86a4c0f7${randomHex(12)}`;

describe("a value of unknown shape", () => {
  test.each([
    ["sixteen characters", RANDOM.slice(0, 16)],
    ["hex", HEX],
    ["base64", `${RANDOM}+/==`],
    ["with an introduction", `pleo_live_${RANDOM}`],
    ["the prefix of a key, and not its shape", `pls_${HEX}${HEX}`],
    ["512 characters", RANDOM.repeat(20).slice(0, 512)],
    ["a password made by a program", "tK9$vQ2!mZ7&xW4@pL6"],
    ["letters alone", "qzxkvjwpghtrmnbcdflsyqzwx"],
  ])("is a secret: %s", (_what, value) => {
    expect(isSecretValue(value, ENTROPY)).toBe(true);
  });

  test.each([
    ["fifteen characters", RANDOM.slice(0, 15)],
    ["513 characters", RANDOM.repeat(20).slice(0, 513)],
    ["a UUID", randomUUID()],
    ["digits alone", "49201837465019283746"],
    ["a date", "2026-11-20T10:15:00Z"],
    ["words", "the-key-of-the-production-account"],
    ["words in camel case", "loadPleoCredentialsFromVault"],
    ["words in a name of a constant", "PLEO_PRODUCTION_CREDENTIALS"],
    ["counting", "abcdefghijklmnopqrstuvwx"],
    ["counting by turns", "a1b2c3d4e5f6g7h8i9j0"],
    ["one character", "zzzzzzzzzzzzzzzzzzzzzzzz"],
    ["two characters", "zxzzxxzxzxxzzxxzzxzx"],
    ["a path", "/run/secrets/pleo_api_key"],
    ["a URL", `https://example.test/${RANDOM}`],
    ["a reference of a shell", "$PLEO_API_KEY_OF_CI"],
    ["a reference of a template", "{{pleo_api_key_of_ci}}"],
    ["a reference to 1Password", "op://production/pleo/api-key"],
    ["a reference to a vault", `vault:secret/pleo#${RANDOM}`],
    ["a name of a secret of AWS", `arn:aws:secretsmanager:eu-west-1:1:secret:pleo-${RANDOM}`],
    ["encrypted by SOPS", `ENC[AES256_GCM,data:${RANDOM}]`],
    ["sealed for Kubernetes", `AgBy3i4OJSWK${RANDOM}`],
    ["a digest", `sha256-${RANDOM}${RANDOM}=`],
    ["an address", "pleo.integrations.team@example.test"],
    ["a host", "pleo-proxy-7f3a9c2e1b.internal.example.com"],
    ["a sentence", `the key ${RANDOM}`],
    ["an expression", `load(${RANDOM})`],
    ["a sample", `example_${RANDOM}`],
    ["to be filled in", "your-api-key-7f3a9c2e1b"],
    ["masked", `xxxxxxxxxxxx${RANDOM.slice(0, 4)}`],
    ["base64 of words", Buffer.from("please-set-this-in-production").toString("base64")],
  ])("is none: %s", (_what, value) => {
    expect(isSecretValue(value, ENTROPY)).toBe(false);
  });

  test("must be as random as asked", () => {
    const entropy = entropyOf(RANDOM);
    expect(isSecretValue(RANDOM, entropy - 0.01)).toBe(true);
    expect(isSecretValue(RANDOM, entropy + 0.01)).toBe(false);
  });

  test("is missed once in some hundred times at most", () => {
    const values = Array.from({ length: 500 }, () => randomBytes(24).toString("base64url"));
    const found = values.filter((value) => isSecretValue(value, ENTROPY));
    expect(found.length).toBeGreaterThan(485);
  });
});

describe("a name", () => {
  test.each([
    "PLEO_API_KEY",
    "PLEO_TOKEN",
    "pleoApiKey",
    "pleo-api-key",
    "pleo.api.key",
    "PROD_PLEO_API_KEY",
    "API_KEY_PLEO",
    "PLEO_CLIENT_SECRET",
    "PLEO_ACCESS_TOKEN",
    "Pleo__ApiKey",
    "integrations.pleo.token",
    "ACME_PLEO_API_KEY",
    "acmePleoApiKey",
    "acme-dk-pleo-token",
    "TF_VAR_acme_pleo_api_key",
    "acmePleo.apiKey",
    "NO_PLEO_API_KEY",
  ])("says that a secret follows: %s", (name) => {
    expect(idsIn(`${name}=${RANDOM}`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
  });

  test.each([
    "EMPLEO_API_KEY",
    "TRIPLEO_TOKEN",
    "simpleOAuthToken",
    "API_KEY",
    "PLEO_COMPANY",
    "PLEO_API_KEY_ID",
    "PLEO_API_KEY_HASH",
    "PLEO_CACHE_KEY",
    "PLEO_KEYBOARD",
    "pleoQueryKey",
    "PLEO_WEBHOOK_ID",
    "acme.token",
    "ACME_EMPLEO_API_KEY",
    "ACME_PLEO_KEY_ID",
    "ACME_PLEO_CACHE_KEY",
    "CACHE_PLEO_KEY",
    "KEY_ID_PLEO",
    "ACME_KEY_ID_PLEO.key",
    "GITHUB_PLEO_TOKEN",
    "githubPleo.token",
    "FAKE_PLEO_API_KEY",
    "HASHED_PLEO_ACCESS_TOKEN",
    "checksum/pleo-secret",
    "sha256.pleo-secret",
  ])("does not: %s", (name) => {
    expect(idsIn(`${name}=${RANDOM}`)).toEqual([]);
  });

  test.each([
    ["PLEO_WEBHOOK_SECRET", ["PLEO_WEBHOOK_SECRET"]],
    ["PLEO_WEBHOOK_SIGNING_KEY", ["PLEO_WEBHOOK_SECRET"]],
    ["PLEO_WEBHOOK_URL_KEY", []],
    ["ACME_WEBHOOK_SECRET", []],
    ["ACME_PLEO_WEBHOOK_SECRET", ["PLEO_WEBHOOK_SECRET"]],
    ["ACME_WEBHOOK_PLEO_KEY", ["PLEO_WEBHOOK_SECRET"]],
    ["FAKE_PLEO_WEBHOOK_SECRET", []],
  ])("of webhooks: %s", (name, ids) => {
    expect(idsIn(`${name}=${RANDOM}`)).toEqual(ids);
  });

  test("must be Pleo's near the secret of a webhook", () => {
    const found = ["PLEO_WEBHOOK_SECRET"];
    expect(idsIn(`verifyPleo(body, "whsec_${RANDOM}")`)).toEqual(found);
    expect(idsIn(`// Pleo${" ".repeat(110)}"whsec_${RANDOM}"`)).toEqual(found);
    expect(idsIn(`verifyPleo(body, "whsec_/OnS/${RANDOM}")`)).toEqual(found);
    expect(idsIn(`verifyPleo(body, "/OnS/${RANDOM}")`)).toEqual([]);
    expect(idsIn(`{ "pleoWebhookSecret": "whsec_//OnS/${RANDOM}" }`)).toEqual(found);
    expect(idsIn(`{ "pleoWebhookSecret": "/OnS/${RANDOM}" }`)).toEqual([]);
    expect(idsIn(`// Pleo${" ".repeat(130)}"whsec_${RANDOM}"`)).toEqual([]);
    expect(idsIn(`verifyStripe(body, "whsec_${RANDOM}") // not Pleo`)).toEqual([]);
    expect(idsIn(`verifyEmpleo(body, "whsec_${RANDOM}")`)).toEqual([]);
  });

  test("is none where a unit of systemd says that it is encrypted", () => {
    expect(idsIn(`SetCredentialEncrypted=pleo_token: ${RANDOM}`)).toEqual([]);
    expect(idsIn(`SetCredential=pleo_token: ${RANDOM}`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
  });

  test("belongs to its block alone", () => {
    expect(idsIn(`pleo:\n  token: ${RANDOM}\n`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`pleo:\n  url: x\ntoken: ${RANDOM}\n`)).toEqual([]);
    expect(idsIn(`[pleo]\ntoken = ${RANDOM}\n`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`[pleo]\nurl = x\n[acme]\ntoken = ${RANDOM}\n`)).toEqual([]);
    expect(idsIn(`{"pleo":{"token":"${RANDOM}"}}`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`{"pleo":{"url":"x"},"token":"${RANDOM}"}`)).toEqual([]);
    expect(idsIn(`<pleo><token>${RANDOM}</token></pleo>`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`<pleo></pleo><token>${RANDOM}</token>`)).toEqual([]);
  });

  test("belongs to its entry alone", () => {
    expect(idsIn(`- name: PLEO_API_KEY\n  value: ${RANDOM}\n`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`- name: PLEO_API_KEY\n- name: OTHER\n  value: ${RANDOM}\n`)).toEqual([]);
    expect(idsIn(`{"key":"PLEO_API_KEY","value":"${RANDOM}"}`)).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`{"key":"PLEO_API_KEY"},{"value":"${RANDOM}"}`)).toEqual([]);
  });

  test("needs a value between quotes in a program", () => {
    expect(idsIn(`pleoApiKey = "${RANDOM}"`, "a.py")).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`pleoApiKey = ${RANDOM}`, "a.py")).toEqual([]);
    expect(idsIn(`pleoApiKey = ${RANDOM}`, "a.toml")).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`pleoApiKey = ${RANDOM}()`, "a.toml")).toEqual([]);
  });
});

describe("a host", () => {
  const sent = (host: string) => idsIn(`curl -u ${RANDOM}: https://${host}/v1/introspect`, "a.sh");

  test.each(["external.pleo.io", "external.staging.pleo.io", "openapi.pleo.io", "pleo.io"])(
    "is Pleo's: %s",
    (host) => {
      expect(sent(host)).toEqual(["PLEO_BASIC_AUTH"]);
    },
  );

  test.each([
    "empleo.io",
    "pleo.io.example.test",
    "pleo.iot.test",
    "api.example.test",
    "pleo-io.test",
  ])("is not: %s", (host) => {
    expect(sent(host)).toEqual([]);
  });

  test("is the one that is nearest to the credential", () => {
    const request = (host: string) => `GET https://${host}/\nAuthorization: Bearer ${RANDOM}\n`;
    const [pleo, other] = [request("external.pleo.io"), request("api.example.test")];
    expect(idsIn(pleo, "a.http")).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`${other}###\n${pleo}`, "a.http")).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(`GET https://external.pleo.io/\n###\n${other}`, "a.http")).toEqual([]);
  });

  test("is near enough", () => {
    const far = (length: number) =>
      `Authorization: Bearer ${RANDOM}${" ".repeat(length)}external.pleo.io`;
    expect(idsIn(far(700))).toEqual(["PLEO_KEY_ASSIGNMENT"]);
    expect(idsIn(far(701))).toEqual([]);
  });

  test.each([
    ["?api_key=$KEY", true],
    ["?limit=1&token=${KEY}", true],
    ["?access_token={{key}}", true],
    ["?apikey=%s", true],
    ["?api_key=", false],
    ["?api_key=<key>", false],
    ["?api_key=your-key", false],
    ["?company_id=$ID", false],
    ["?page_token=$NEXT", false],
    ["/api_key=$KEY", false],
    ["?api_key={os.environ['KEY']}", true],
    ["?api_key={os.environ[key]}", true],
    ["?api_key={settings['pleo']['key']}", true],
    ["?api_key={os.getenv('KEY', '')}", true],
    ["?api_key={key('KEY')(1)}", false],
    ["?page_token={os.environ['NEXT']}", false],
  ])("with %s: %s", (query, isLeak) => {
    const ids = idsIn(`curl "https://external.pleo.io/v1/companies${query}"`, "a.sh");
    expect(ids).toEqual(isLeak ? ["PLEO_KEY_IN_URL"] : []);
  });
});

describe("a URL that leads elsewhere", () => {
  const found = ["PLEO_KEY_IN_URL"];

  test.each([
    ["a key as its user", `https://${KEY}:@api.example.test/`, found],
    ["a key in its query", `https://api.example.test/?api_key=${KEY}`, found],
    ["a key in the end of its query", `GET /callback?state=ok&credential=${KEY}`, found],
    ["a key in its path", `https://api.example.test/${KEY}/`, ["PLEO_API_KEY"]],
    ["a reference as its user", "https://$PLEO_API_KEY:@api.example.test/", []],
    ["a reference in its query", "https://api.example.test/?api_key=$PLEO_API_KEY", []],
  ])("with %s", (_what, text, ids) => {
    expect(idsIn(`curl "${text}"`, "a.sh")).toEqual(ids);
  });
});

describe("a key in pieces", () => {
  test.each([
    ["JavaScript", `"${START}" + "${REST}"`],
    ["over lines", `"${START}"\n    + '${REST}'`],
    ["PHP", `'${START}' . '${REST}'`],
    ["Lua", `'${START}' .. '${REST}'`],
    ["Visual Basic", `"${START}" & _\r\n  "${REST}"`],
    ["SQL", `'${START}' || '${REST}'`],
    ["Python", `"${START}"\n    f"${REST}"`],
    ["C", `"${START}" L"${REST}"`],
    ["comments", `"${START}" // one\n  + "${REST}"`],
    ["a shell", `${START}\\\n${REST}`],
    ["PowerShell", `${START}\`\n${REST}`],
    ["properties", `${START}\\\n    ${REST}`],
    ["three pieces", `"${KEY.slice(0, 10)}" + "${KEY.slice(10, 30)}" + "${KEY.slice(30)}"`],
    ["a list", `["${START}", "${REST}"].join("")`],
    ["after the prefix", `"${KEY.slice(0, 4)}" + "${KEY.slice(4)}"`],
    ["within the prefix", `"pl" + "${KEY.slice(2)}"`],
    ["source in JSON", JSON.stringify(`"${START}" +\n  "${REST}"`)],
    ["escapes", KEY.replaceAll("_", "\\u005f")],
    [
      "escapes and pieces",
      `"${START.replaceAll("_", "\\x5f")}" + "${REST.replaceAll("_", "\\137")}"`,
    ],
    ["entities", KEY.replaceAll("_", "&#x5F;")],
  ])("is found: %s", (_how, text) => {
    expect(idsIn(`x = ${text};`, "a.js")).toEqual(["PLEO_API_KEY"]);
  });

  test.each([
    ["two values", `"${START}", "${REST}"`],
    ["two lines", `${START}\n${REST}`],
    ["something between", `"${START}" + x + "${REST}"`],
    ["half of it", `"${START}" + ""`],
    ["a piece too many", `"${KEY.slice(0, -6)}" + "g${KEY.slice(-6)}"`],
  ])("is none: %s", (_how, text) => {
    expect(idsIn(`x = ${text};`, "a.js")).toEqual([]);
  });
});

describe("a value given as a language has it", () => {
  test.each([
    [`pleo_api_key <- "${RANDOM}"`, "a.R", true],
    [`pleo_api_key <<- "${RANDOM}"`, "a.R", true],
    [`pleo_api_key < "${RANDOM}"`, "a.R", false],
    [`pleo_api_key <- ${RANDOM}`, "a.R", false],
    [`param pleoApiKey string = '${RANDOM}'`, "a.bicep", true],
    [`param pleoSecretName string = '${RANDOM}'`, "a.bicep", false],
    [`param pleoApiKey string\nparam other string = '${RANDOM}'`, "a.bicep", false],
    [`var pleoApiKey string = "${RANDOM}"`, "a.go", true],
    [`pleoApiKey image = "${RANDOM}"`, "a.go", false],
    [`set $pleo_api_key "${RANDOM}";`, "nginx.conf", true],
    [`set $pleo_api_key ${RANDOM};`, "nginx.conf", true],
    [`set $pleo_upstream "${RANDOM}";`, "nginx.conf", false],
    [`unset $pleo_api_key "${RANDOM}";`, "nginx.conf", false],
    [`set -gx PLEO_API_KEY ${RANDOM}`, "config.fish", true],
    [`set -e PLEO_API_KEY; run ${RANDOM}`, "config.fish", false],
    [`config :acme, :pleo, api_key: "${RANDOM}"`, "a.exs", true],
    [`config :acme, :pleo,\n  url: "x",\n  api_key: "${RANDOM}"\n`, "a.exs", true],
    [`config :acme, Acme.Pleo,\n  api_key: "${RANDOM}"\n`, "a.exs", true],
    [`config :acme, :empleo,\n  api_key: "${RANDOM}"\n`, "a.exs", false],
    [`config :acme, :pleo, url: "x"\nconfig :acme, :other, api_key: "${RANDOM}"`, "a.exs", false],
    [`config :acme, :pleo,\n  url: "x"\n\nconfig :acme, api_key: "${RANDOM}"`, "a.exs", false],
  ])("%j in %s: %s", (text, path, isSecret) => {
    expect(idsIn(text, path)).toEqual(isSecret ? ["PLEO_KEY_ASSIGNMENT"] : []);
  });

  test.each([
    ["concat!", ["PLEO_API_KEY"]],
    ["concatenate!", []],
  ])("a key in pieces in %s gives %j", (macro, ids) => {
    expect(idsIn(`const KEY: &str = ${macro}("${START}", "${REST}");`, "a.rs")).toEqual(ids);
  });
});

describe("a token", () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const tokenOf = (claims: object) =>
    [part({ alg: "RS256" }), part(claims), randomBytes(40).toString("base64url")].join(".");

  test.each([
    ["under a name of Pleo's", (token: string) => `PLEO_JWT=${token}`, {}, true],
    [
      "under a name that only goes with tokens",
      (token: string) => `PLEO_ID_TOKEN=${token}`,
      {},
      true,
    ],
    ["under another's name", (token: string) => `ACME_JWT=${token}`, {}, false],
    ["issued by Pleo", (token: string) => token, { iss: "pleo.production" }, true],
    ["issued by a look-alike", (token: string) => token, { iss: "empleo.production" }, false],
    ["of the documentation", (token: string) => `PLEO_JWT=${token}`, { name: "John Doe" }, false],
  ])("%s", (_what, write, claims, isFound) => {
    expect(idsIn(write(tokenOf({ sub: "x7", ...claims })))).toEqual(
      isFound ? ["PLEO_LEGACY_TOKEN"] : [],
    );
  });
});
