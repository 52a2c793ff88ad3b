import { describe, expect, test } from "vitest";
import { namesPleoKey } from "../../../src/pleo/secret-names.ts";

describe("a secret holds Pleo's key", () => {
  test.each([
    "PLEO_API_KEY",
    "PLEO_KEY",
    "PLEO_TOKEN",
    "PLEO_SECRET",
    "PLEO_CREDENTIALS",
    "PLEO_APIKEY",
    "PLEOAPIKEY",
    "PROD_PLEO_KEY",
    "ACME_PLEO_API_KEY",
    "PLEO_PRODUCTION_API_KEY",
    "PLEO_API_KEY_STAGING",
    "PLEO_API_KEY_PREVIOUS",
    "PLEO_API_KEY_DENMARK",
    "PLEO_API_KEY_2",
    "PLEO_EXPENSES_API_KEY",
    "API_KEY_PLEO",
    "API_KEY_FOR_PLEO",
    "pleo_api_key",
    "pleoApiKey",
    "pleo-api-key",
  ])("when it is called %s", (name) => {
    expect(namesPleoKey(name)).toBe(true);
  });
});

describe("a secret holds something else", () => {
  test.each([
    "EMPLEO_KEY",
    "EMPLEO_API_KEY",
    "SIMPLEO_TOKEN",
    "PLEONASM_KEY",
    "PLEO",
    "PLEO_COMPANY_ID",
    "PLEO_KEY_ID",
    "PLEO_API_KEY_HINT",
    "PLEO_KEY_EXPIRES_ON",
    "PLEO_API_KEY_NAME",
    "PLEO_WEBHOOK_SECRET",
    "PLEO_CLIENT_SECRET",
    "PLEO_GITHUB_TOKEN",
    "PLEO_REFRESH_TOKEN",
    "PLEO_PUBLIC_KEY",
    "PLEO_SSH_KEY",
    "FAKE_PLEO_API_KEY",
    "KEY_ID_PLEO",
    "API_KEY",
    "KEYBOARD_PLEO",
    "PLEO_MONKEY",
    "",
    `PLEO_KEY_${"A".repeat(600)}`,
  ])("when it is called %s", (name) => {
    expect(namesPleoKey(name)).toBe(false);
  });
});
