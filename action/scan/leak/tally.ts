import type { UnopenedKind } from "./archive/archive-kind.ts";
import type { SkippedEntry } from "./file-walk.ts";
import { count, showNumber } from "./count.ts";

/** What was left alone, and why. */
export type SkippedKind = SkippedEntry | UnopenedKind;

/** What was looked through so far. */
export interface Tally {
  files: number;
  bytes: number;
  objects: number;
  readonly skipped: Partial<Record<SkippedKind, number>>;
}

export function startTally(): Tally {
  return { files: 0, bytes: 0, objects: 0, skipped: {} };
}

export function countSkipped({ skipped }: Tally, kind: SkippedKind): void {
  skipped[kind] = (skipped[kind] ?? 0) + 1;
}

export function describeProgress({ files, bytes, objects }: Tally): string {
  const history = objects === 0 ? "" : ` and ${count(objects, "object", "objects")} of the history`;
  return `Looking for the key: ${count(files, "file", "files")} (${showBytes(bytes)})${history} so far.`;
}

export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${showNumber(Math.round(bytes / 1_000_000))} MB`;
}

/** Completes "…; 3 files were skipped: 2 links, 1 pipe"; nothing where none was. */
export function describeSkipped({ skipped }: Tally): string {
  const kinds = Object.entries(skipped);
  const sum = kinds.reduce((total, [, n]) => total + n, 0);
  if (sum === 0) return "";
  const list = kinds.map(([kind, n]) => count(n, kind, `${kind}s`)).join(", ");
  return `; ${sum === 1 ? "1 file was" : `${showNumber(sum)} files were`} skipped: ${list}`;
}
