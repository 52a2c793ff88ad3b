import { expect, it } from "vitest";
import { placeOf } from "../../../../src/key/reading/place.ts";

it.each([
  ["basic-header", "Basic ", ""],
  ["basic-header", "BASIC ", ""],
  ["basic-header", "=basic ", ""],
  ["basic-header", "Basic    ", ""],
  ["text", "Basic     ", ""],
  ["text", "Basic", ""],
  ["text", "aBasic ", ""],
  ["text", "9Basic ", ""],
  ["basic-header", "Basic+", ""],
  ["basic-header", "Basic%20", ""],
  ["text", "Basic%21", ""],
  ["basic-header", '"Basic" "', ""],
  ["basic-header", "'Basic' '", ""],
  ["basic-header", "`Basic` `", ""],
  ["text", '"Basic" ("', ""],
  ["text", "Basic x", ""],
  ["url-user", "https://", ":@"],
  ["url-user", "https://", "@"],
  ["url-user", "https://", "%3A@"],
  ["url-user", "https://", "%3a@"],
  ["url-user", "h+t.t-p9://", ":@"],
  ["url-user", "https:\\/\\/", ":@"],
  ["url-user", `h${"t".repeat(20)}://`, ":@"],
  ["url-user", "https://", `:${"x".repeat(80)}@`],
  ["text", "https://", `:${"x".repeat(81)}@`],
  ["text", "https://", ":"],
  ["text", "https://", ":a b@"],
  ["text", "https://", ":a/b@"],
  ["text", "https://", "x@"],
  ["text", "https:/", ":@"],
  ["text", "9://", ":@"],
  ["text", "https://x", ":@"],
  ["url-query", "?key=", ""],
  ["url-query", "&key=", ""],
  ["url-query", "&amp;key=", ""],
  ["url-query", "\\u0026key=", ""],
  ["url-query", `?${"k".repeat(64)}=`, ""],
  ["text", `?${"k".repeat(65)}=`, ""],
  ["url-query", "?a.b_c~d%5B-[0]=", ""],
  ["text", "?key", ""],
  ["text", "?=", ""],
  ["text", "key=", ""],
  ["text", "\\u0027key=", ""],
  ["text", "?key=x", ""],
  ["text", "?k y=", ""],
  ["text", "", ""],
])("%s: after %j and before %j", (place, before, after) => {
  expect(placeOf(`${before}KEY${after}`, before.length, before.length + 3)).toBe(place);
});

it("what is far away tells nothing", () => {
  const far = " ".repeat(200);
  expect(placeOf(`https://${far}KEY:@`, 208, 211)).toBe("text");
  expect(placeOf(`${far}Basic KEY`, 206, 209)).toBe("basic-header");
  expect(placeOf(`${far}https://KEY:@${far}`, 208, 211)).toBe("url-user");
});
