import { maskText } from "../../../src/key/mask-text.ts";

const LONGEST = 120;

/**
 * A name out of a workflow, as it may stand between back quotes in a finding. Whoever wrote the file chose it, so it
 * may hold anything, a key included.
 */
export function plainName(name: string): string {
  // Never cut: of a secret that has been cut in two no redactor knows the halves.
  if (name.length > LONGEST) return `(a name of ${name.length} characters)`;
  return maskText(name)
    .replaceAll(/[\p{C}\p{Z}`]+/gu, " ")
    .trim();
}

/** `the job`, `a`, `b` → `a and b`. */
export function listed(names: readonly string[]): string {
  return names.length <= 1
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
