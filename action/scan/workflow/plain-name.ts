import { maskText } from "../../../src/key/mask-text.ts";

const LONGEST = 80;

/**
 * A name out of a workflow, as it may stand between back quotes in a finding. Whoever wrote the file chose it, so it
 * may hold anything, a key included.
 */
export function plainName(name: string): string {
  const plain = maskText(name.slice(0, 4 * LONGEST))
    .replaceAll(/[\p{C}\p{Z}`]+/gu, " ")
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

/** `the job`, `a`, `b` → `a and b`. */
export function listed(names: readonly string[]): string {
  return names.length <= 1
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
