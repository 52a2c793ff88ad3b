/**
 * Can this be the user name of HTTP Basic, and be read alike by every server? Printable ASCII without spaces;
 * no colon, because that is where the user name ends.
 */
export function isSendable(value: string): boolean {
  return /^[\x21-\x39\x3b-\x7e]+$/.test(value);
}
