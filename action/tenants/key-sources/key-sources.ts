import { GuardError } from "../../../src/errors.ts";
import { findKeys } from "../../../src/key/find-keys.ts";
import { secretsWithin } from "../../../src/key/secrets-within.ts";
import { optional } from "../../../src/optional.ts";
import type { Finding } from "../../../src/report/finding.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import type { KeySource, Tenant } from "../../../src/tenancy/tenant.ts";
import { readTenantFile, type FilePlaces, type ReadFile } from "./files.ts";
import { readNamedKeys, type NamedKeys } from "./json.ts";

/** A tenant's key as it is stored, or the reason why there is none. */
type ResolvedKey =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "unavailable"; readonly finding: Finding };

export interface TenantSecrets {
  /** Everything that nobody may see. To be masked before anything is printed, whatever else is wrong. */
  readonly secrets: readonly string[];
  /** Why the run cannot go on, once the secrets are masked. */
  readonly error?: GuardError;
  /** Names under which there is a key that no tenant asks for. */
  readonly unclaimedNames: readonly string[];
  /** About the places where keys are kept. */
  readonly findings: readonly Finding[];
  readonly resolveKey: (source: KeySource, which?: "key" | "previous key") => ResolvedKey;
}

export interface SecretPlaces extends FilePlaces {
  /** The input `tenant-keys`, as it came. */
  readonly tenantKeys: string | undefined;
}

/** A file of keys for ten thousand tenants has a quarter of that. */
const MOST_KEY_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Reads every place where a key may be, each once, whether or not a tenant of the manifest asks for it: what is
 * handed over can leak, and what is left over is told. Called with no tenants, it still says what to mask.
 */
export function collectTenantSecrets(
  tenants: readonly Tenant[],
  places: SecretPlaces,
): TenantSecrets {
  const sources = tenants.flatMap(({ key, previousKey }) =>
    previousKey === undefined ? [key] : [key, previousKey],
  );
  const given = places.tenantKeys ?? "";
  const secret = given.trim() === "" ? undefined : readNamedKeys(given);
  const files = readFiles(sources, places);
  const variables = sources.flatMap((source) =>
    source.kind === "env" ? [places.env[source.name] ?? ""] : [],
  );
  const stores: Stores = { secret, files, env: places.env };
  return {
    secrets: secretsOf([given, secret], files, variables),
    ...(secret?.kind === "broken" ? { error: brokenTenantKeys(secret.problem) } : {}),
    unclaimedNames: unclaimedNames(sources, stores),
    findings: [...files].flatMap(([file, { read }]) => judgeMode(file, read)),
    resolveKey: (source, which = "key") => resolve(source, which, stores),
  };
}

interface KeyFile {
  readonly read: ReadFile;
  /** Only where a tenant asks for a name in it. */
  readonly named?: NamedKeys;
  /** A tenant has all of it as its key. */
  readonly isKey: boolean;
}

interface Stores {
  readonly secret: NamedKeys | undefined;
  readonly files: ReadonlyMap<string, KeyFile>;
  readonly env: FilePlaces["env"];
}

function readFiles(
  sources: readonly KeySource[],
  places: FilePlaces,
): ReadonlyMap<string, KeyFile> {
  const files = new Map<string, KeyFile>();
  for (const source of sources) {
    if (source.kind !== "file") continue;
    const known = files.get(source.path);
    const read = known?.read ?? readTenantFile(source.path, MOST_KEY_FILE_BYTES, places);
    const needsNames = source.name !== undefined && read.kind === "text";
    const named = known?.named ?? (needsNames ? readNamedKeys(read.text) : undefined);
    const isKey = source.name === undefined || known?.isKey === true;
    files.set(source.path, { read, isKey, ...optional("named", named) });
  }
  return files;
}

function secretsOf(
  [given, secret]: readonly [string, NamedKeys | undefined],
  files: ReadonlyMap<string, KeyFile>,
  variables: readonly string[],
): readonly string[] {
  const secrets = new Set<string>();
  const add = (texts: readonly string[]): void => {
    for (const text of texts) for (const found of secretsWithin(text)) secrets.add(found);
  };
  add(variables);
  add(secret?.texts ?? []);
  for (const { key } of findKeys(given)) secrets.add(key);
  for (const { read, named, isKey } of files.values()) {
    if (read.kind !== "text") continue;
    add(named?.texts ?? []);
    if (isKey) add([withoutLastBreak(read.text)]);
    for (const { key } of findKeys(read.text)) secrets.add(key);
  }
  return [...secrets];
}

function brokenTenantKeys(problem: string): GuardError {
  return new GuardError("CONFIG_INVALID", `\`tenant-keys\` cannot be used: ${problem}.`, {
    hint: 'Store it as one JSON object of names and keys, `{"name": "key"}`, and pass the whole secret as `tenant-keys`.',
  });
}

function unclaimedNames(sources: readonly KeySource[], stores: Stores): readonly string[] {
  const claimed = new Set(
    sources.map((source) => placeOf(source.kind === "file" ? source.path : "", source.name ?? "")),
  );
  const kept = [
    ["", stores.secret] as const,
    ...[...stores.files].map(([file, { named }]) => [file, named] as const),
  ];
  return kept.flatMap(([file, named]) =>
    named?.kind === "keys"
      ? [...named.keys.keys()].filter((name) => !claimed.has(placeOf(file, name)))
      : [],
  );
}

function placeOf(file: string, name: string): string {
  return JSON.stringify([file, name]);
}

/** Anybody but its owner. */
const OTHERS_MAY_READ = 0o044;

/**
 * In the checkout it is an error: what lies there is packed, cached and uploaded, with its mode. Below RUNNER_TEMP it
 * is a warning: GitHub's own runners have one user, tools write with the mode that they are used to, and the folder
 * is emptied after the job; on a machine that several share, it still lets the others read.
 */
function judgeMode(file: string, read: ReadFile): readonly Finding[] {
  if (read.kind !== "text" || read.mode === undefined) return [];
  if ((read.mode & OTHERS_MAY_READ) === 0) return [];
  const mode = read.mode.toString(8).padStart(4, "0");
  const severity = read.isTemporary ? "warning" : "error";
  return [createTenantFinding("tenant-key-file-open", { file, mode }, { severity })];
}

type Which = "key" | "previous key";

function resolve(source: KeySource, which: Which, { secret, files, env }: Stores): ResolvedKey {
  const missing = (problem: string, fix: string): ResolvedKey => ({
    kind: "unavailable",
    finding: createTenantFinding("tenant-key-unavailable", { which, problem, fix }),
  });
  switch (source.kind) {
    case "env":
      return (
        valueOf(env[source.name]) ??
        missing(
          `the environment variable \`${source.name}\` is not set, or is empty`,
          `Set \`${source.name}\` in \`env\` of the step that runs this check, from the secret that holds the key.`,
        )
      );
    case "secret":
      return (
        valueOf(namedIn(secret, source.name)) ??
        missing(
          secret === undefined
            ? "`tenant-keys` is empty or left out"
            : `\`tenant-keys\` has nothing under the name \`${source.name}\``,
          "Add it to the JSON of the secret that is passed as `tenant-keys`, or correct the name in the manifest.",
        )
      );
    case "file":
      return resolveInFile(source, files.get(source.path), missing);
  }
}

function resolveInFile(
  { path, name }: Extract<KeySource, { readonly kind: "file" }>,
  file: KeyFile | undefined,
  missing: (problem: string, fix: string) => ResolvedKey,
): ResolvedKey {
  const fix =
    "Look at the step that writes the file: it has to run before this one, in the same job.";
  if (file === undefined) return missing(`the file \`${path}\` was not read`, fix);
  const { read, named } = file;
  if (read.kind === "unreadable") return missing(`the file \`${path}\` ${read.problem}`, fix);
  if (name === undefined) {
    const value = valueOf(withoutLastBreak(read.text));
    return value ?? missing(`the file \`${path}\` is empty`, fix);
  }
  if (named?.kind === "broken") {
    return missing(`the file \`${path}\` is of no use, since ${named.problem}`, fix);
  }
  const value = valueOf(namedIn(named, name));
  return value ?? missing(`the file \`${path}\` has nothing under the name \`${name}\``, fix);
}

function valueOf(value: string | undefined): ResolvedKey | undefined {
  return value === undefined || value.trim() === "" ? undefined : { kind: "value", value };
}

function namedIn(named: NamedKeys | undefined, name: string): string | undefined {
  return named?.kind === "keys" ? named.keys.get(name) : undefined;
}

/** The end of the last line belongs to the file, not to the key. */
function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}
