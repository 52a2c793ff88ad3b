import { HIDDEN, keyHint, maskKey } from "./mask.ts";

/**
 * A key that cannot be printed by accident: as a string, as JSON, in a template, in an error or under an
 * inspector it shows its masked form. `reveal` is the one way to the value, and easy to search for.
 */
export class PleoKey {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The key itself. Only for the request that sends it and for looking for leaks of it. */
  reveal(): string {
    return this.#value;
  }

  /** The last four characters, or `undefined` where even those would be too much. */
  get hint(): string | undefined {
    return keyHint(this.#value);
  }

  equals(other: PleoKey): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    // Behind a proxy, or as a prototype, there is no value to see, and an inspector must not be made to throw.
    return #value in this ? maskKey(this.#value) : HIDDEN;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.toPrimitive](): string {
    return this.toString();
  }

  /** What Node's `util.inspect`, and so `console.log`, shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `PleoKey(${this.toString()})`;
  }
}
