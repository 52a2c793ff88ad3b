import { randomBytes } from "node:crypto";

/** How an example key is built. The defaults give the shape that has been seen in public. */
export interface KeyParts {
  readonly prefix?: string;
  readonly body?: string;
  readonly tail?: string;
}

function hex(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString("hex")
    .slice(0, length);
}

/**
 * A new random key. Example keys are made when a test runs and never written down, so that no file of this
 * repository trips a secret scanner, ours included.
 */
export function exampleKey({
  prefix = "pls",
  body = hex(32),
  tail = hex(6),
}: KeyParts = {}): string {
  return [prefix, body, tail].join("_");
}

/** Random lower-case hex of this length, for bodies and tails at a boundary. */
export { hex as randomHex };
