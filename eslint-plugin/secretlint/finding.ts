import { decodeSpelling } from "../../src/key/spelling.ts";
import type { KeySpelling } from "../../src/key/spelling.ts";
import { readStretch } from "./readings.ts";
import type { ReadingName } from "./readings.ts";

export type Range = readonly [start: number, end: number];

/** What is found, each with a section of its own in the documentation. */
export const MESSAGE_IDS = [
  "PLEO_API_KEY",
  "PLEO_BASIC_AUTH",
  "PLEO_KEY_IN_URL",
  "PLEO_KEY_ASSIGNMENT",
  "PLEO_LEGACY_TOKEN",
  "PLEO_WEBHOOK_SECRET",
  "PLEO_PUBLIC_ENV",
  "PLEO_KEY_IN_LOG",
] as const;

export type MessageId = (typeof MESSAGE_IDS)[number];

/** How a secret is written in a file. */
export interface SecretSpelling {
  /** What has to be done to the file's text first. */
  readonly readings: readonly ReadingName[];
  readonly key: KeySpelling;
}

/** A stretch of the file to report. */
export interface Finding {
  readonly messageId: MessageId;
  readonly range: Range;
  /** What stands there; absent where only its name does. */
  readonly secret?: { readonly value: string; readonly spelling: SecretSpelling };
}

/** The secret that a stretch of a file spells. */
export function decodeSecret(stretch: string, { readings, key }: SecretSpelling): string {
  return decodeSpelling(readStretch(stretch, readings), key);
}

const PLAIN: KeySpelling = { kind: "plain" };

/** A value that stands in a text as it is. */
export function plainFinding(messageId: MessageId, value: string, start: number): Finding {
  const secret = { value, spelling: { readings: [], key: PLAIN } };
  return { messageId, range: [start, start + value.length], secret };
}

/** Those of the findings that share no character with what is taken; both from left to right. */
export function besides(
  findings: readonly Finding[],
  taken: readonly Finding[],
): readonly Finding[] {
  let next = 0;
  return findings.filter(({ range: [start, end] }) => {
    while ((taken[next]?.range[1] ?? Infinity) <= start) next++;
    return (taken[next]?.range[0] ?? Infinity) >= end;
  });
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1],
  );
}
