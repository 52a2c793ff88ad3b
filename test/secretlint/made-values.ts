import { createHash, randomBytes } from "node:crypto";
import { isSecretValue } from "../../eslint-plugin/secretlint/secret-value.ts";
import { exampleKey } from "../support/keys.ts";

/**
 * What fixtures and blind cases are filled in with. All of it is made when a test runs, samples included, because
 * the scanners of others do not know them for samples.
 */

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** Letters and digits. A few such texts in a thousand look as if made of words; no test may depend on the dice. */
export function randomText(length: number): string {
  for (;;) {
    const text = randomBytes(2 * length)
      .toString("base64")
      .replace(/[+/=]/g, "")
      .slice(0, length);
    if (isSecretValue(text, 3)) return text;
  }
}

/** A JWT with these claims, signed by nobody. */
export function tokenOf(claims: object): string {
  const [header, payload] = [{ alg: "RS256", typ: "JWT" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return [header, payload, randomBytes(64).toString("base64url")].join(".");
}

/** A digest of something new, in hex. */
export function randomDigest(algorithm: "sha1" | "sha256"): string {
  return createHash(algorithm).update(randomBytes(8)).digest("hex");
}

export function zeroKey(): string {
  return exampleKey({ body: "0".repeat(32), tail: "0".repeat(6) });
}
