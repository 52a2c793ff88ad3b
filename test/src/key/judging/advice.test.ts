import { describe, expect, it } from "vitest";
import {
  MISSING_ADVICE,
  UNKNOWN_SHAPE_ADVICE,
  damageAdvice,
  foreignAdvice,
  placeholderAdvice,
  tokenAdvice,
} from "../../../../src/key/judging/advice.ts";
import type { Advice } from "../../../../src/key/judging/advice.ts";
import { DAMAGES } from "../../../../src/key/judging/damage.ts";

const COMMAND = "`gh secret set PLEO_API_KEY`";

/** Where there is nothing to store, or not yet. */
const WITHOUT_COMMAND: readonly (readonly [string, Advice])[] = [
  ["an unknown shape", UNKNOWN_SHAPE_ADVICE],
  ["an unresolved reference", placeholderAdvice("unresolved-reference")],
];
const WITH_COMMAND: readonly (readonly [string, Advice])[] = [
  ["nothing", MISSING_ADVICE],
  ["a foreign secret", foreignAdvice("somebody")],
  ...(["legacy", "oauth", "jwt"] as const).map((kind) => [kind, tokenAdvice(kind)] as const),
  ...(["stringified-nothing", "masked-copy", "example-words", "example-characters"] as const).map(
    (reason) => [reason, placeholderAdvice(reason)] as const,
  ),
];
const ON_DAMAGE = DAMAGES.map((damage) => [damage, damageAdvice([damage])] as const);
const ALL = [...WITHOUT_COMMAND, ...WITH_COMMAND, ...ON_DAMAGE];

describe("the advice", () => {
  it.each(ALL)("on %s is two whole sentences", (_, { problem, remedy }) => {
    for (const sentence of [problem, remedy]) {
      expect(sentence).toMatch(/^[A-Z][^\n]{15,}[^.\s]\.$/);
      expect(sentence).not.toContain("undefined");
    }
  });

  it.each([...WITH_COMMAND, ...ON_DAMAGE])(
    "on %s names the command that stores the key",
    (_, { remedy }) => {
      expect(remedy).toContain(COMMAND);
    },
  );

  it.each(WITHOUT_COMMAND)("on %s names no command", (_, { remedy }) => {
    expect(remedy).not.toContain("`");
  });

  it("tells each problem in words of its own", () => {
    const problems = ALL.map(([, { problem }]) => problem);
    expect(new Set(problems).size).toBe(problems.length);
  });

  it("names whose secret it is", () => {
    expect(foreignAdvice("somebody").problem).toContain("(somebody)");
  });
});

describe("the advice on damage", () => {
  it.each(DAMAGES)("of %s alone says what it is", (damage) => {
    expect(damageAdvice([damage]).problem).toMatch(
      /^The value is not the bare key: it has [A-Za-z][^.]+[^.\s]\.$/,
    );
  });

  it.each([
    [["quotes", "colon"], "quotes around the key and a colon inside"],
    [["quotes", "colon", "json"], "quotes around the key, a colon inside and JSON around the key"],
  ] as const)("%j is put together", (damages, phrases) => {
    expect(damageAdvice(damages).problem).toBe(`The value is not the bare key: it has ${phrases}.`);
  });
});
