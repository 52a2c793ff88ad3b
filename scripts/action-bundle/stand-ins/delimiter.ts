/**
 * Stands in for `crypto` in the bundle. `@actions/core` wants of it the delimiter of an output, and loading Node's
 * module for that makes a start a quarter dearer. The delimiter has to be new each time, not secret: the package
 * throws on a value that contains it, which fails the step, and no output of ours has a second line to forge one in.
 */
export function randomUUID(): string {
  const moment = process.hrtime.bigint().toString(36);
  return `${moment}-${Math.random().toString(36).slice(2)}`;
}
