import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../../eslint-plugin/secretlint/options.ts";
import { exampleKey } from "../../support/keys.ts";

const findSecrets = createSecretFinder(readOptions({}));

function idsIn(text: string, path: string): readonly string[] {
  return findSecrets({ text, path }).map(({ messageId }) => messageId);
}

const KEY = exampleKey();
/** Digits and letters of all kinds in no order, so that no judgement depends on the dice. */
const RANDOM = "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S";

describe("a variable that a build tool makes public", () => {
  const READ = "import.meta.env.VITE_PLEO_API_KEY";

  test.each([
    [`const key = ${READ};`, true],
    [`// const key = ${READ};`, false],
    [`/* ${READ} */`, false],
    [`-- ${READ}`, false],
    [`key--; use(${READ});`, true],
    [`delete ${READ};`, false],
    [`if (${READ}) throw new Error("public");`, false],
  ])("%s: %s", (text, isPublic) => {
    expect(idsIn(text, "a.ts")).toEqual(isPublic ? ["PLEO_PUBLIC_ENV"] : []);
  });

  const [isPublic, isSecret] = ["PLEO_PUBLIC_ENV", "PLEO_KEY_ASSIGNMENT"];
  // What stands there is a secret as well, and has a place of its own.
  test.each([
    ["VITE_PLEO_API_KEY", [isPublic, isSecret]],
    ["VITE_ACME_PLEO_API_KEY", [isPublic, isSecret]],
    ["NEXT_PUBLIC_ACME_DK_PLEO_TOKEN", [isPublic, isSecret]],
    ["ACME_VITE_PLEO_API_KEY", [isSecret]],
    ["INVITE_PLEO_API_KEY", [isSecret]],
    ["VITE_EMPLEO_KEY", []],
    ["VITE_ACME_EMPLEO_KEY", []],
    ["VITE_ACME_PLEO_COMPANY", []],
    ["VITE_ACME_PLEO_KEY_ID", []],
    ["VITE_GITHUB_PLEO_TOKEN", []],
    ["VITE_FAKE_PLEO_API_KEY", []],
  ])("by its name: %s gives %j", (name, ids) => {
    expect(idsIn(`${name}=${RANDOM}`, ".env")).toEqual(ids);
  });

  test.each([
    ["VITE_ACME_PLEO_API_KEY=$KEY_OF_CI", true],
    ["VITE_ACME_PLEO_API_KEY=", false],
    ["VITE_ACME_PLEO_API_KEY=your-key", false],
    ["VITE_HAS_PLEO_API_KEY=$HAS_KEY", false],
    ["VITE_ACME_PLEO_AUTH=oauth", false],
  ])("with a value from elsewhere: %s: %s", (text, isReported) => {
    expect(idsIn(`${text}\n`, ".gitlab.env")).toEqual(isReported ? [isPublic] : []);
  });

  test.each([
    ["a random value", `{MODE:"production",VITE_PLEO_API_KEY:"${RANDOM}"}`, [isPublic, isSecret]],
    ["a name between quotes", `{"VITE_ACME_PLEO_API_KEY": "${RANDOM}"}`, [isPublic, isSecret]],
    ["a key", `{MODE:"production",VITE_PLEO_API_KEY:"${KEY}"}`, [isPublic, "PLEO_API_KEY"]],
    ["a placeholder", '{MODE:"production",VITE_PLEO_API_KEY:"your-key"}', []],
    ["nothing", '{MODE:"production",VITE_PLEO_API_KEY:""}', []],
    ["a variable", "{MODE:mode,VITE_PLEO_API_KEY:key}", []],
    ["a company", `{MODE:"production",VITE_PLEO_COMPANY:"${RANDOM}"}`, []],
    ["another prefix", `{MODE:"production",ACME_VITE_PLEO_API_KEY:"${RANDOM}"}`, [isSecret]],
  ])("in a bundle with %s", (_what, text, ids) => {
    expect(idsIn(`const e=${text};`, "dist/app.js")).toEqual(ids);
  });
});
