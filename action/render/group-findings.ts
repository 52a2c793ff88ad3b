import type { Finding } from "../../src/report/finding.ts";

/** Findings that differ in their messages only, told together. */
export interface FindingGroup extends Omit<Finding, "message" | "values" | "where"> {
  readonly messages: readonly string[];
}

/** Groups what has the same id, weight and remedy, each group where its first finding stood. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ id, severity, inconclusive, remedy }) =>
    JSON.stringify([id, severity, inconclusive, remedy]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { message: _message, values: _values, where: _where, ...alike } = first;
    return [{ ...alike, messages: group.map(({ message }) => message) }];
  });
}

/** The title, with how often it holds. */
export function titleOf({ title, messages }: FindingGroup): string {
  return messages.length > 1 ? `${title} (${messages.length} times)` : title;
}
