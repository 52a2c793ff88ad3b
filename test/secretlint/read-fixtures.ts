import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { exampleKey, randomHex } from "../support/keys.ts";
import { base64, randomDigest, randomText, tokenOf, zeroKey } from "./made-values.ts";

/** A file in which something must be found, or nothing. */
export interface Fixture {
  /** The folder, the file and the place in it: `ng.env/.env.local 3`. */
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  /** The ids of the messages, sorted; none in a clean file. */
  readonly expected: readonly string[];
  /** Everything that was put in and must not be seen in any output. */
  readonly secrets: readonly string[];
  readonly filledIn: readonly FilledIn[];
}

/** What a marker was replaced by. */
interface FilledIn {
  readonly marker: string;
  readonly value: string;
}

const FOLDER = "test/secretlint/fixtures";

/**
 * All fixtures, in folders `ok.<kind>` and `ng.<kind>`, each file under its own name and `.txt`. A file holds several texts that
 * it may have, each below a line of the ids that are to be reported. Secrets are made anew each time: no fixture may trip a
 * scanner.
 */
export function readFixtures(): readonly Fixture[] {
  return readdirSync(FOLDER).sort().flatMap(readFolder);
}

function readFolder(folder: string): readonly Fixture[] {
  return readdirSync(`${FOLDER}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => readFile(folder, file));
}

function readFile(folder: string, file: string): readonly Fixture[] {
  const [, kind = ""] = folder.split(".");
  const [, ...parts] = readFileSync(`${FOLDER}/${folder}/${file}`, "utf8").split(/^===/m);
  return parts.map((part, index) => {
    const end = part.indexOf("\n");
    const ids = part.slice(0, end).split(" ");
    const { text, filledIn } = fillIn(part.slice(end + 1));
    const secrets = filledIn.flatMap(({ marker, value }) => (HARMLESS.has(marker) ? [] : [value]));
    return {
      name: `${folder}/${file.slice(0, -".txt".length)} ${index + 1}`,
      kind,
      path: file.slice(0, -".txt".length),
      // What PowerShell writes, as secretlint reads it.
      text: kind === "wide" ? Buffer.from(`\ufeff${text}`, "utf16le").toString() : text,
      expected: ids.filter(Boolean).sort(),
      secrets: [...new Set(secrets)],
      filledIn,
    };
  });
}

/** Most markers are of the same value throughout a fixture; digests and the like are new each time. */
function fillIn(template: string): {
  readonly text: string;
  readonly filledIn: readonly FilledIn[];
} {
  const values = createValues();
  const filledIn: FilledIn[] = [];
  const text = template.replace(/«([^»]+)»/g, (_whole, marker: string) => {
    const make = values[marker];
    if (make === undefined) throw new Error(`there is no value for «${marker}»`);
    const value = make();
    filledIn.push({ marker, value });
    return value;
  });
  return { text, filledIn };
}

const HARMLESS: ReadonlySet<string> = new Set([
  "uuid",
  "sha1",
  "sha256",
  "sample token",
  "base64 of placeholder",
  "zero key",
  "deadbeef key",
  "counting key",
  "other counting key",
]);

function createValues(): Readonly<Record<string, () => string>> {
  const key = exampleKey();
  const random = randomText(40);
  const token = tokenOf({ companyId: randomUUID(), userId: randomUUID(), exp: 1_900_000_000 });
  return {
    key: () => key,
    start: () => key.slice(0, 20),
    rest: () => key.slice(20),
    basic: () => base64(`${key}:`),
    base64: () => base64(key),
    percent: () => key.replaceAll("_", "%5F"),
    escaped: () => key.replaceAll("_", "\\x5f"),
    entity: () => key.replaceAll("_", "&#95;"),
    quoted: () => key.replaceAll("_", "=5F"),
    random: () => random,
    hex: () => randomHex(32),
    "basic of random": () => base64(`${random}:`),
    "base64 of random": () => base64(random),
    "base64 of placeholder": () => base64("please-change-me-soon"),
    token: () => token,
    oauth: () => tokenOf({ iss: "pleo.production", aud: "https://external.pleo.io" }),
    "sample token": () => tokenOf({ sub: "1234567890", name: "John Doe", iat: 1_516_239_022 }),
    whsec: () => `whsec_${randomBytes(24).toString("base64")}`,
    "zero key": zeroKey,
    "deadbeef key": () => exampleKey({ body: "deadbeef".repeat(4), tail: "deadbe" }),
    "counting key": () => exampleKey({ body: "1234567890abcdef".repeat(2), tail: "123456" }),
    "other counting key": () => exampleKey({ body: "0123456789abcdef".repeat(2), tail: "abcdef" }),
    uuid: () => randomUUID(),
    sha1: () => randomDigest("sha1"),
    sha256: () => randomDigest("sha256"),
  };
}
