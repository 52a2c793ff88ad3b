import { base64RunEnd, base64RunStart } from "./base64-run.ts";
import { HIDDEN } from "../mask.ts";

/** A part of a text that must not be seen, and what is shown instead. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly mask: string;
  /** It is part of a base64 text, all of which goes. */
  readonly inBase64: boolean;
}

/** What becomes of the text between what is hidden. */
type GapReader = (gap: string) => string;

/** Replaces each stretch by its mask, several that overlap by one, and each gap by what `readGap` makes of it. */
export function hideStretches(
  text: string,
  stretches: readonly Stretch[],
  readGap: GapReader = (gap) => gap,
): string {
  let shown = "";
  let done = 0;
  for (const { start, end, mask } of mergeStretches(text, stretches)) {
    shown += readGap(text.slice(done, start)) + mask;
    done = end;
  }
  return shown + readGap(text.slice(done));
}

function mergeStretches(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    const end = endOf(text, stretch, last?.end ?? 0);
    if (last !== undefined && stretch.start < last.end) {
      merged[merged.length - 1] = { ...last, end, mask: commonMask(last.mask, stretch.mask) };
    } else {
      merged.push({ ...stretch, start: startOf(text, stretch, last?.end ?? 0), end });
    }
  }
  return merged;
}

function startOf(text: string, { start, inBase64 }: Stretch, floor: number): number {
  return inBase64 ? base64RunStart(text, start, floor) : start;
}

/** What is hidden already is not looked through again, or many secrets in one long text would take for ever. */
function endOf(text: string, { end, inBase64 }: Stretch, hidden: number): number {
  if (end <= hidden) return hidden;
  return inBase64 ? base64RunEnd(text, end) : end;
}

/** Two different secrets in one stretch: the last characters of either would say nothing. */
function commonMask(one: string, other: string): string {
  if (one === other || other === HIDDEN) return one;
  return one === HIDDEN ? other : HIDDEN;
}
