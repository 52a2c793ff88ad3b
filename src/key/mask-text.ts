import { hideStretches } from "./masking/hide-stretches.ts";
import type { Stretch } from "./masking/hide-stretches.ts";
import { maskKeyShaped } from "./masking/mask-key-shaped.ts";
import { maskKey } from "./mask.ts";
import { periodOf } from "./masking/period.ts";
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
  const needles = [...new Set(secrets)].flatMap((secret) => needlesOf(secret, secrets));
  // Secrets first and shapes only in the gaps: so no shape can begin or end inside a secret, where it would
  // depend on it.
  return (text) => {
    const stretches = needles.flatMap((needle) => occurrencesOf(text, needle));
    return hideStretches(text, stretches, (gap) => maskKeyShaped(gap, secrets));
  };
}

interface Needle {
  readonly text: string;
  readonly mask: string;
  readonly inBase64: boolean;
  /** What it repeats at its end: this once more right after it is another occurrence, overlapping the first. */
  readonly repeated: string;
  /** How secrets go on that begin with it: of one that is cut off in a text, as much goes as is there. */
  readonly goesOn: readonly string[];
}

type Form = Omit<Needle, "repeated" | "goesOn">;

/** The forms to look for; one that contains another is found with it. */
function needlesOf(secret: string, secrets: readonly string[]): readonly Needle[] {
  const mask = maskKey(secret);
  const forms = maskableSpellings(secret).map(({ text, inBase64 }) => ({
    text,
    mask,
    inBase64: inBase64 !== undefined,
  }));
  return forms
    .filter((form) => !forms.some((other) => isFoundWith(form, other)))
    .map((form) => ({
      ...form,
      repeated: form.text.slice(-periodOf(form.text)),
      goesOn: restsAfter(form.text, secrets),
    }));
}

function restsAfter(beginning: string, secrets: readonly string[]): readonly string[] {
  return secrets
    .flatMap((secret) => [secret, secret.toUpperCase(), secret.toLowerCase()])
    .filter((secret) => secret.length > beginning.length && secret.startsWith(beginning))
    .map((secret) => secret.slice(beginning.length));
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

/** Searching again from the next character would compare all of a secret such as `aaaa` at each one. */
function occurrencesOf(text: string, needle: Needle): readonly Stretch[] {
  const { text: form, mask, inBase64, repeated, goesOn } = needle;
  const stretches: Stretch[] = [];
  for (let start = text.indexOf(form); start >= 0;) {
    let end = start + form.length;
    while (text.startsWith(repeated, end)) end += repeated.length;
    end += Math.max(0, ...goesOn.map((rest) => commonLength(text, end, rest)));
    const last = stretches.at(-1);
    if (last !== undefined && start < last.end) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, mask, inBase64 });
    start = text.indexOf(form, end - form.length + 1);
  }
  return stretches;
}

/** How much of the expected text is there. */
function commonLength(text: string, start: number, expected: string): number {
  let length = 0;
  while (length < expected.length && text[start + length] === expected[length]) length += 1;
  return length;
}
