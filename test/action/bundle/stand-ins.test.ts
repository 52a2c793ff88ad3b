import { describe, expect, test } from "vitest";
import { withoutMethods } from "../../../scripts/action-bundle/drop-yaml-methods.ts";
import { parse } from "../../../scripts/action-bundle/stand-ins/media-type.ts";
import { JSONParse, JSONStringify } from "../../../scripts/action-bundle/stand-ins/plain-json.ts";

describe("JSON", () => {
  test.each<[text: string, value: unknown]>([
    ['{"id": 12, "body": "12n", "user": null}', { id: 12, body: "12n", user: null }],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
    ["9007199254740993", 9007199254740993n],
    ['[{"id": -9007199254740993}]', [{ id: -9007199254740993n }]],
    ['"9007199254740993"', "9007199254740993"],
    ["1e30", 1e30],
    ["9007199254740993.5", 9007199254740994],
  ])("reads %s, and rounds no number that names something", (text, value) => {
    expect(JSONParse(text)).toEqual(value);
  });

  test("is not read where it is none", () => {
    expect(() => JSONParse("<html>")).toThrow(SyntaxError);
  });

  test("is written as ever, and refuses a number that it would change", () => {
    expect(JSONStringify({ body: "12n", labels: ["a"], gone: undefined })).toBe(
      '{"body":"12n","labels":["a"]}',
    );
    expect(() => JSONStringify({ id: 12n })).toThrow(TypeError);
  });
});

describe("a media type", () => {
  test.each<[header: string, type: string, charset: string | undefined]>([
    ["application/json", "application/json", undefined],
    ["application/json; charset=utf-8", "application/json", "utf-8"],
    [' Application/JSON ;x=y; Charset = "UTF-8"', "application/json", "UTF-8"],
    ["text/html;charset=;x", "text/html", ""],
    ["text/html; x-charset=a", "text/html", undefined],
    ["text/html charset=a", "text/html charset=a", undefined],
    ["application/json, text/html", "application/json, text/html", undefined],
    ["", "", undefined],
  ])("%j", (header, type, charset) => {
    const { parameters, ...rest } = parse(header);
    expect({ ...rest, charset: parameters.charset }).toEqual({ type, charset });
  });
});

describe("methods that nobody calls", () => {
  const code = "class A {\n  static from() {}\n  get() { return 1; }\n  gets() {}\n}\nget();";

  test("go, and nothing else does", () => {
    expect(withoutMethods(code, ["from", "get"], "a.js")).toBe(
      "class A {\n  \n  \n  gets() {}\n}\nget();",
    );
  });

  test("stop the build where they are not there", () => {
    expect(() => withoutMethods(code, ["get", "set"], "a.js")).toThrow("a.js has no set to drop");
  });
});
