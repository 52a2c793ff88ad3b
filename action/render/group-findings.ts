import type { Finding } from "../../src/report/finding.ts";

/** Findings that differ in their messages only, told together. */
export interface FindingGroup extends Omit<Finding, "message" | "values"> {
  readonly messages: readonly string[];
}

/** Groups what has the same id, weight and remedy, each group where its first finding stood. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { message, values: _values, ...alike } of findings) {
    const key = JSON.stringify([alike.id, alike.severity, alike.inconclusive, alike.remedy]);
    const messages = [...(groups.get(key)?.messages ?? []), message];
    groups.set(key, { ...alike, messages });
  }
  return [...groups.values()];
}

/** The title, with how often it holds. */
export function titleOf({ title, messages }: FindingGroup): string {
  return messages.length > 1 ? `${title} (${messages.length} times)` : title;
}
