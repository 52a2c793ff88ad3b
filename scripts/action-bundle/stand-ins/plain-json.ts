/**
 * Stands in for `json-with-bigint` where `@octokit/request` wants numbers kept that are too large for a number: Node's
 * own JSON can do that for what is read. The Action sends none; if it did, `JSON.stringify` would refuse it.
 */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const INTEGER = /^-?\d+$/;

const keepLargeIntegers: Reviver = (_key, value, { source = "" }) =>
  typeof value === "number" && !Number.isSafeInteger(value) && INTEGER.test(source)
    ? BigInt(source)
    : value;

export function JSONParse(text: string): unknown {
  return JSON.parse(text, keepLargeIntegers as Parameters<typeof JSON.parse>[1]);
}

export const JSONStringify = JSON.stringify;
