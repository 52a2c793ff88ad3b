import { describe, expect, test } from "vitest";
import { isAmong, readSettings } from "../../eslint-plugin/settings.ts";
import { exampleKey } from "../support/keys.ts";

const NOTHING = {
  keyNames: [],
  sanitizers: [],
  loggers: [],
  clientFiles: [],
  serverFiles: [],
  typeInformation: false,
};

describe("settings.pleo", () => {
  test.each([
    ["no settings", undefined],
    ["no settings at all", null],
    ["settings of another plugin", { react: { version: "detect" } }],
    ["nothing", { pleo: undefined }],
    ["null", { pleo: null }],
    ["an empty object", { pleo: {} }],
    ["a field without a value", { pleo: { loggers: undefined } }],
  ])("may be left out: %s", (_what, settings) => {
    expect(readSettings(settings)).toEqual(NOTHING);
  });

  test("are what is given, and nothing where nothing is given", () => {
    const given = {
      keyNames: ["expensesToken"],
      clientFiles: ["src/browser/**"],
      typeInformation: true,
    };
    expect(readSettings({ pleo: given })).toEqual({ ...NOTHING, ...given });
  });

  test("are read once", () => {
    const settings = { pleo: { loggers: ["audit"] } };
    expect(readSettings({ ...settings })).toBe(readSettings({ ...settings }));
  });

  const ALLOWED =
    "What settings.pleo may hold: keyNames, sanitizers, loggers, clientFiles, serverFiles, typeInformation.";

  test.each([
    ["pleo", "settings.pleo must be an object"],
    [["pleo"], "settings.pleo must be an object"],
    [{ logers: [] }, "settings.pleo.logers is not known"],
    [{ toString: [] }, "settings.pleo.toString is not known"],
    [{ loggers: "audit" }, 'settings.pleo.loggers must be a list of names, like ["expensesToken"]'],
    [
      { keyNames: [/token/] },
      'settings.pleo.keyNames must be a list of names, like ["expensesToken"]',
    ],
    [
      { clientFiles: { "src/**": true } },
      'settings.pleo.clientFiles must be a list of file patterns, like ["src/browser/**"]',
    ],
    [{ typeInformation: "yes" }, "settings.pleo.typeInformation must be true or false"],
    [{ sanitizers: ["mask", ""] }, "settings.pleo.sanitizers must not hold an empty text"],
    [
      { serverFiles: ["src/**", "!src/browser/**"] },
      'settings.pleo.serverFiles must not hold a pattern with "!" before it',
    ],
    [
      { loggers: 1, colour: "red" },
      'settings.pleo.loggers must be a list of names, like ["expensesToken"]; settings.pleo.colour is not known',
    ],
  ])("say in one error what is wrong with %j", (pleo, problem) => {
    const read = (): unknown => readSettings({ pleo });
    expect(read).toThrow(new TypeError(`${problem}. ${ALLOWED}`));
    // What was wrong once stays wrong for the next file.
    expect(read).toThrow(TypeError);
  });

  test("show nothing of a key that stands where a name belongs", () => {
    const key = exampleKey();
    expect(() => readSettings({ pleo: { [key]: 1 } })).toThrow(
      `settings.pleo.****${key.slice(-4)} is not known`,
    );
  });

  test('take a "!" in a name', () => {
    expect(readSettings({ pleo: { loggers: ["!log"] } }).loggers).toEqual(["!log"]);
  });
});

describe("a file is among those that patterns name", () => {
  const file = { cwd: "/project", filename: "/project/src/browser/app.ts" };

  test.each([
    [[], false],
    [["src/server/**"], false],
    [["src/server/**", "src/browser/**"], true],
    [["**/app.ts"], true],
    [["app.ts"], false],
  ])("%j", (patterns, expected) => {
    expect(isAmong(patterns, file)).toBe(expected);
  });
});
