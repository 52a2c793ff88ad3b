import { hideStretches } from "./masking/hide-stretches.ts";
import type { Stretch } from "./masking/hide-stretches.ts";
import { createNeedleIndex } from "./masking/needle-index.ts";
import { createShapeMasker } from "./masking/mask-key-shaped.ts";
import { maskKey } from "./mask.ts";
import { periodOf } from "./masking/period.ts";
import { firstFrom } from "./masking/sorted-texts.ts";
import { maskableSpellings } from "./spellings.ts";

/**
 * The text with every form of every secret hidden, and everything else that is shaped like a key. What comes
 * out does not depend on any part of a secret but the hint that its mask shows.
 */
export function maskText(text: string, secrets: readonly string[] = []): string {
  return createTextMasker(secrets)(text);
}

/** The same for many texts: the forms of the secrets are worked out once. */
export function createTextMasker(secrets: readonly string[]): (text: string) => string {
  const distinct = [...new Set(secrets)];
  const find = distinct.length < WORTH_AN_INDEX ? findEach(distinct) : findIndexed(distinct);
  const maskShapes = createShapeMasker(distinct);
  // Secrets first and shapes only in the gaps: so no shape can begin or end inside a secret, where it would
  // depend on it.
  return (text) => hideStretches(text, find(text), maskShapes);
}

/** Fewer are found sooner one by one, which Node does in machine code. */
const WORTH_AN_INDEX = 32;

type FindSecrets = (text: string) => readonly Stretch[];

function findEach(secrets: readonly string[]): FindSecrets {
  const restsAfter = readContinuations(secrets);
  const needles = secrets.flatMap(needlesOf);
  return (text) =>
    needles.flatMap((needle) =>
      occurrencesOf(text, needle, {
        restsAfter,
        next: (from) => text.indexOf(needle.text, from),
      }),
    );
}

/** Of very many secrets, the forms are worked out again where one is found, and not kept. */
function findIndexed(secrets: readonly string[]): FindSecrets {
  const restsAfter = readContinuations(secrets);
  const index = createNeedleIndex(textsOfNeedles(secrets));
  return (text) => {
    let latest = -1;
    let needles: readonly Needle[] = [];
    return index.find(text).flatMap(({ list, needle: which, starts }) => {
      if (list !== latest) needles = needlesOf(secrets[list] ?? "");
      latest = list;
      const needle = needles[which];
      if (needle === undefined) return [];
      const next = readSightings(text, needle.text, starts);
      return occurrencesOf(text, needle, { restsAfter, next });
    });
  };
}

function* textsOfNeedles(secrets: readonly string[]): Iterable<readonly string[]> {
  for (const secret of secrets) yield formsOf(secret).map(({ text }) => text);
}

/** Asked for ascending places only. */
function readSightings(text: string, form: string, starts: readonly number[]): FindNext {
  let index = 0;
  return (from) => {
    for (; index < starts.length; index += 1) {
      const start = starts[index] ?? 0;
      if (start >= from && text.startsWith(form, start)) return start;
    }
    return -1;
  };
}

interface Needle {
  readonly text: string;
  readonly mask: string;
  readonly inBase64: boolean;
  /** What it repeats at its end: this once more right after it is another occurrence, overlapping the first. */
  readonly repeated: string;
}

type Form = Omit<Needle, "repeated">;

function needlesOf(secret: string): readonly Needle[] {
  return formsOf(secret).map((form) => ({
    ...form,
    repeated: form.text.slice(-periodOf(form.text)),
  }));
}

/** The forms to look for; one that contains another is found with it. */
function formsOf(secret: string): readonly Form[] {
  const mask = maskKey(secret);
  const forms = maskableSpellings(secret).map(({ text, inBase64 }) => ({
    text,
    mask,
    inBase64: inBase64 !== undefined,
  }));
  return forms.filter((form) => !forms.some((other) => isFoundWith(form, other)));
}

type Continuations = (beginning: string) => readonly string[];

/** How secrets go on that begin with a text: of one that is cut off, as much goes as is there. */
function readContinuations(secrets: readonly string[]): Continuations {
  // Sorted, so that all that begin alike stand together. Only once something was found is it needed.
  let sorted: readonly string[] | undefined;
  return (beginning) => {
    sorted ??= secrets
      .flatMap((secret) => [secret, secret.toUpperCase(), secret.toLowerCase()])
      .sort();
    const rests: string[] = [];
    for (let index = firstFrom(sorted, beginning); index < sorted.length; index += 1) {
      const secret = sorted[index] ?? "";
      if (!secret.startsWith(beginning)) break;
      if (secret.length > beginning.length) rests.push(secret.slice(beginning.length));
    }
    return rests;
  };
}

function isFoundWith(needle: Form, other: Form): boolean {
  // A part is found wherever the whole is, and of base64 all that surrounds it goes, up to the next escape.
  return (
    other.text.length < needle.text.length &&
    other.inBase64 === needle.inBase64 &&
    !(needle.inBase64 && /[%\\]/.test(needle.text)) &&
    needle.text.includes(other.text)
  );
}

/** The first place from there on where a needle stands; below zero where there is none. */
type FindNext = (from: number) => number;

interface Search {
  readonly next: FindNext;
  readonly restsAfter: Continuations;
}

/** Searching again from the next character would compare all of a secret such as `aaaa` at each one. */
function occurrencesOf(
  text: string,
  { text: form, mask, inBase64, repeated }: Needle,
  { next, restsAfter }: Search,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let rests: readonly string[] | undefined;
  for (let start = next(0); start >= 0;) {
    rests ??= restsAfter(form);
    let end = start + form.length;
    while (text.startsWith(repeated, end)) end += repeated.length;
    end += longestRest(text, end, rests);
    const last = stretches.at(-1);
    if (last !== undefined && start < last.end) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, mask, inBase64 });
    start = next(end - form.length + 1);
  }
  return stretches;
}

function longestRest(text: string, start: number, rests: readonly string[]): number {
  return rests.reduce((longest, rest) => Math.max(longest, commonLength(text, start, rest)), 0);
}

/** How much of the expected text is there. */
function commonLength(text: string, start: number, expected: string): number {
  let length = 0;
  while (length < expected.length && text[start + length] === expected[length]) length += 1;
  return length;
}
