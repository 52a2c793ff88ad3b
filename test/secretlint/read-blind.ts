import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { exampleKey, randomHex } from "../support/keys.ts";
import { base64, randomDigest, randomText, tokenOf, zeroKey } from "./made-values.ts";

/** A file that somebody wrote who had not seen the rule, and what must and may be reported of it. */
interface BlindTemplate {
  readonly file: string;
  readonly title: string;
  readonly kind: "bad" | "good";
  readonly path: string;
  /** With placeholders where keys and other values belong. */
  readonly text: string;
  /** `PLEO_API_KEY@3`: the id of a message and the line, sorted. */
  readonly must: readonly string[];
  readonly may: readonly string[];
}

/** The same with its placeholders filled. */
export interface BlindCase extends BlindTemplate {
  /** Every real key in it, in whatever spelling it was put in. */
  readonly keys: readonly string[];
}

const FOLDER = "test/secretlint/blind";

export function readBlindCases(): readonly BlindCase[] {
  return readBlindTemplates().map((template) => ({ ...template, ...fillWithNew(template.text) }));
}

/** The cases before anything is filled in. */
export function readBlindTemplates(): readonly BlindTemplate[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));
  return files.sort().flatMap((file) => {
    const [before = "", ...parts] = readFileSync(`${FOLDER}/${file}`, "utf8").split(/^=== /m);
    if (before.trim() !== "") throw new Error(`${file} does not begin with a case`);
    return parts.map((part) => readTemplate(part, file));
  });
}

function readTemplate(part: string, file: string): BlindTemplate {
  const end = part.indexOf("\n");
  const header = part.slice(0, end).split(" | ");
  const [title = "", path = "", expected = ""] = header.map((field) => field.trim());
  const places = expected === "none" ? [] : expected.split(",").map((place) => place.trim());
  if (!places.every((place) => /^(?:\[\w+@\d+\]|\w+@\d+)$/.test(place))) {
    throw new Error(`${file}: "${title}" expects "${expected}"`);
  }
  return {
    file,
    title,
    kind: file.endsWith(".bad.txt") ? "bad" : "good",
    path,
    text: part.slice(end + 1),
    must: places.filter((place) => !place.startsWith("[")).sort(),
    may: places.filter((place) => place.startsWith("[")).map((place) => place.slice(1, -1)),
  };
}

/** Which placeholders put a whole key into a file; the second half of two counts for both. */
const KEYS: Readonly<Record<string, "production" | "staging">> = {
  KEY: "production",
  KEY_B64: "production",
  KEY_URL: "production",
  KEY_REST: "production",
  STAGING_KEY: "staging",
};

/** What stands for each placeholder, by its name. */
type Values = Readonly<Record<string, () => string>>;

/** The spellings in which a case may have a key. */
export function spellingsOf(key: string): Values {
  return {
    KEY: () => key,
    KEY_B64: () => base64(`${key}:`),
    KEY_URL: () => key.replaceAll("_", "%5F"),
    KEY_START: () => key.slice(0, 20),
    KEY_REST: () => key.slice(20),
  };
}

/** A placeholder without a value stays as it is. */
export function fillIn(template: string, values: Values): string {
  const placeholder = new RegExp(`__(${Object.keys(values).join("|")})__`, "g");
  return template.replace(placeholder, (whole, name: string) => values[name]?.() ?? whole);
}

/** A case's keys stay the same throughout it; everything else is new each time. */
function fillWithNew(template: string): Pick<BlindCase, "text" | "keys"> {
  const keys = { production: exampleKey({ prefix: "plp" }), staging: exampleKey() };
  const text = fillIn(template, {
    ...spellingsOf(keys.production),
    STAGING_KEY: () => keys.staging,
    ZERO_KEY: zeroKey,
    COUNTING_KEY: () => exampleKey({ body: "0123456789abcdef".repeat(2), tail: "012345" }),
    LETTER_KEY: () => exampleKey({ body: "a".repeat(32), tail: "a".repeat(6) }),
    JWT: () => tokenOf({ sub: randomUUID(), iat: 1_700_000_000 }),
    RANDOM32: () => randomText(32),
    UUID: () => randomUUID(),
    SHA256: () => randomDigest("sha256"),
    OTHER_PLP: () => `plp_${randomHex(10)}_sandbox`,
  });
  const used = Object.entries(KEYS).flatMap(([name, owner]) =>
    template.includes(`__${name}__`) ? [keys[owner]] : [],
  );
  return { text: `${text.trimEnd()}\n`, keys: [...new Set(used)] };
}
