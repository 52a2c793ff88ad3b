/** Seen by nobody, and enough to take a sign from the word after it. */
const NOTHING = "\u200b";

/**
 * Markdown for a comment or an issue, in which names and messages may have been chosen by anybody: it calls nobody,
 * refers to no other issue, loads no picture, and hides no address behind other words.
 */
export function tameMarkdown(text: string): string {
  return text
    .replaceAll(/(?<!\w)@(?=\w)/g, `@${NOTHING}`)
    .replaceAll(/(#|\bGH-)(?=\d)/gi, `$1${NOTHING}`)
    .replaceAll("![", "! [")
    .replaceAll("](", "] (")
    .replaceAll("][", "] [");
}
