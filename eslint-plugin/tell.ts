import type { TSESLint } from "@typescript-eslint/utils";
import { maskText } from "../src/key/mask-text.ts";
import { TextSigns } from "./flow/evidence/text-signs.ts";

type Descriptor<Ids extends string> = TSESLint.ReportDescriptor<Ids>;
type Data = Readonly<Record<string, unknown>>;

interface Reporter<Ids extends string> {
  readonly sourceCode: { readonly text: string };
  report(descriptor: Descriptor<Ids>): void;
}

/**
 * The one way in which a rule reports. Names, hosts and roads are taken from the source, where any of them may hold a
 * key, and whatever a linter prints is kept in logs.
 */
export function tell<Ids extends string>(
  context: Reporter<Ids>,
  descriptor: Descriptor<Ids>,
): void {
  const { data, suggest } = descriptor;
  context.report({
    ...descriptor,
    ...(data === undefined ? {} : { data: masked(data) }),
    ...(!suggest
      ? {}
      : { suggest: suggest.map((one) => withoutKeys(one, context.sourceCode.text)) }),
  });
}

type Suggestion<Ids extends string> = TSESLint.SuggestionReportDescriptor<Ids>;

/** An edit cannot be masked, so one that repeats a key, or what may be pieces of one, is not offered. */
function withoutKeys<Ids extends string>(
  suggestion: Suggestion<Ids>,
  source: string,
): Suggestion<Ids> {
  const { data, fix } = suggestion;
  return {
    ...suggestion,
    ...(data === undefined ? {} : { data: masked(data) }),
    fix: (fixer) => {
      const made = fix(fixer);
      const edits = made === null ? [] : "range" in made ? [made] : [...made];
      return showsKey(textOf(edits, source)) ? null : edits;
    },
  };
}

/** ESLint makes one edit of several, with the source between them. */
function textOf(edits: readonly TSESLint.RuleFix[], source: string): string {
  const inOrder = edits.toSorted((one, other) => one.range[0] - other.range[0]);
  return inOrder
    .map(
      ({ range, text }, at) => text + source.slice(range[1], inOrder[at + 1]?.range[0] ?? range[1]),
    )
    .join("");
}

function showsKey(text: string): boolean {
  return maskText(text) !== text || new TextSigns(text).mayDisguiseKey;
}

function masked(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "string" ? withoutKey(value) : value,
    ]),
  );
}

/** A key may also be spread over the names of a chain, `a["pls"]["…"]`, which a message joins with dots. */
function withoutKey(text: string): string {
  const plain = maskText(text);
  const joined = maskText(text.replaceAll(".", "_"));
  return joined === plain.replaceAll(".", "_") ? plain : joined;
}
