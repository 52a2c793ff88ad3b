import { hideStretches } from "./masking/hide-stretches.ts";
import type { Stretch } from "./masking/hide-stretches.ts";
import { maskKeyShaped } from "./masking/mask-key-shaped.ts";
import { maskKey } from "./mask.ts";
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
  const needles = [...new Set(secrets)].flatMap(needlesOf);
  // Secrets first and shapes only in the gaps: so no shape can begin or end inside a secret, where it would
  // depend on it.
  return (text) => {
    const stretches = needles.flatMap((needle) => occurrencesOf(text, needle));
    return hideStretches(text, stretches, maskKeyShaped);
  };
}

interface Needle {
  readonly text: string;
  readonly mask: string;
  readonly inBase64: boolean;
}

/** The forms to look for; one that contains another is found with it. */
function needlesOf(secret: string): readonly Needle[] {
  const mask = maskKey(secret);
  const needles = maskableSpellings(secret).map(({ text, inBase64 }) => ({
    text,
    mask,
    inBase64: inBase64 !== undefined,
  }));
  return needles.filter((needle) => !needles.some((other) => isFoundWith(needle, other)));
}

function isFoundWith(needle: Needle, other: Needle): boolean {
  // A part is found wherever the whole is, and of base64 all that surrounds it goes, up to the next escape.
  return (
    other.text.length < needle.text.length &&
    other.inBase64 === needle.inBase64 &&
    !(needle.inBase64 && /[%\\]/.test(needle.text)) &&
    needle.text.includes(other.text)
  );
}

function occurrencesOf(text: string, needle: Needle): readonly Stretch[] {
  const { text: form, mask, inBase64 } = needle;
  const stretches: Stretch[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    const last = stretches.at(-1);
    const end = start + form.length;
    if (last !== undefined && start < last.end) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, mask, inBase64 });
  }
  return stretches;
}
