/**
 * Stands in for `crypto` in the bundle. `@actions/core` wants of it the random delimiter of an output, and loading
 * Node's module for that makes a start a quarter dearer. Web Crypto is as random, and loaded when first used.
 */
export function randomUUID(): string {
  return crypto.randomUUID();
}
