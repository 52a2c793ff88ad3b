import type { TSESLint } from "@typescript-eslint/utils";
import { maskText } from "../src/key/mask-text.ts";

type Descriptor<Ids extends string> = TSESLint.ReportDescriptor<Ids>;
type Data = Readonly<Record<string, unknown>>;

interface Reporter<Ids extends string> {
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
    ...(!suggest ? {} : { suggest: suggest.map(withoutKeys) }),
  });
}

function withoutKeys<Suggestion extends { readonly data?: Data | undefined }>(
  suggestion: Suggestion,
): Suggestion {
  return suggestion.data === undefined
    ? suggestion
    : { ...suggestion, data: masked(suggestion.data) };
}

function masked(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "string" ? maskText(value) : value,
    ]),
  );
}
