import { GuardError } from "../../src/errors.ts";
import { createTextMasker } from "../../src/key/mask-text.ts";
import type { PleoKey } from "../../src/key/pleo-key.ts";
import { isSendable } from "../../src/key/sendable.ts";

/**
 * The key as HTTP Basic wants it: as user name, with an empty password after the colon. The text must stay
 * inside a closure; as a property of an object it could be printed.
 */
export function basicAuthorization(key: PleoKey): string {
  requireSendable(key.reveal());
  return `Basic ${Buffer.from(`${key.reveal()}:`).toString("base64")}`;
}

/**
 * Does a text hold anything that must not be shown: this key in any spelling, or any other key? Of a text that `mayHold`
 * rules out, the spellings are not even worked out.
 */
export function secretDetector(
  key: PleoKey,
  mayHold: (text: string) => boolean = () => true,
): (text: string) => boolean {
  let mask: ((text: string) => string) | undefined;
  return (text) => {
    if (!mayHold(text)) return false;
    mask ??= createTextMasker([key.reveal()]);
    return mask(text) !== text;
  };
}

function requireSendable(value: string): void {
  if (isSendable(value)) return;
  const problem =
    value === ""
      ? "is empty"
      : "holds a colon, white space, a control character or a character beyond ASCII";
  throw new GuardError("KEY_UNSENDABLE", `The key ${problem}, so it cannot be sent.`, {
    hint: "Copy the key from Pleo again, without line breaks, quotes or anything around it.",
  });
}
