import { describe, expect, test } from "vitest";
import { parsePleoUrn, parseUuid } from "../../../src/pleo/urn.ts";

const ID = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

describe("parsePleoUrn", () => {
  test.each([
    [`urn:pleo:company:${ID}`, { kind: "company", id: ID }],
    [`urn:pleo:company:${ID.toUpperCase()}`, { kind: "company", id: ID }],
    [`urn:pleo:organisation:${ID}`, { kind: "organisation", id: ID }],
    [`urn:pleo:organization:${ID}`, { kind: "organisation", id: ID }],
  ])("reads %s", (text, expected) => {
    expect(parsePleoUrn(text)).toEqual(expected);
  });

  test.each([
    "",
    ID,
    `urn:pleo:company:`,
    `urn:pleo:company:${ID} `,
    ` urn:pleo:company:${ID}`,
    `urn:pleo:company:${ID}\n`,
    `urn:pleo:company:${ID.slice(0, -1)}`,
    `urn:pleo:company:${ID}0`,
    `urn:pleo:company:${ID.replaceAll("-", "")}`,
    `urn:pleo:company:{${ID}}`,
    `urn:pleo:company:${ID.replace("0a", "0g")}`,
    `urn:pleo:employee:${ID}`,
    `urn:pleo:companies:${ID}`,
    `urn:pleo:organi_ation:${ID}`,
    `urn:pleo:Company:${ID}`,
    `URN:PLEO:company:${ID}`,
    `urn:simpleo:company:${ID}`,
    `urn:pleo:company:${ID}:${ID}`,
    `urn:pleo:company/${ID}`,
  ])("refuses %j", (text) => {
    expect(parsePleoUrn(text)).toBeUndefined();
  });
});

describe("parseUuid", () => {
  test.each([
    [ID, ID],
    [ID.toUpperCase(), ID],
    [`${ID} `, undefined],
    [`${ID}\n`, undefined],
    [ID.slice(1), undefined],
    [`${ID}0`, undefined],
    ["", undefined],
    [`urn:pleo:company:${ID}`, undefined],
  ])("%j gives %j", (text, expected) => {
    expect(parseUuid(text)).toBe(expected);
  });
});
