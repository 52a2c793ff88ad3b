import { expect, test } from "vitest";
import { GuardError, isGuardError } from "../../src/errors.ts";

test("an error carries its code and hint, and hides what it came from", () => {
  const cause = { secret: "not to be seen" };
  const error = new GuardError("HOST_REFUSED", "No.", { hint: "Do this.", cause });
  expect(error).toMatchObject({ name: "GuardError", code: "HOST_REFUSED", hint: "Do this." });
  expect(error.cause).toBe(cause);
  expect(Object.keys(error)).not.toContain("cause");
  expect(JSON.stringify(error)).not.toContain("not to be seen");
});

test("an error without a cause has none", () => {
  const error = new GuardError("CONFIG_INVALID", "No.");
  expect("cause" in error).toBe(false);
  expect(error.hint).toBeUndefined();
});

test("is told apart from other errors", () => {
  expect(isGuardError(new GuardError("CONFIG_INVALID", "No."))).toBe(true);
  expect(isGuardError(new Error("No."))).toBe(false);
  expect(isGuardError(undefined)).toBe(false);
});
