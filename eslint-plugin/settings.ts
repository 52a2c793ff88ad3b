import { maskText } from "../src/key/mask-text.ts";
import { createFileGlob, pathFrom } from "./file-glob.ts";
import type { FileGlob } from "./file-glob.ts";

/** What a project says of itself under `settings.pleo`. */
export interface PleoSettings {
  /** Variables, properties and environment variables that hold a Pleo key, though their names do not say so. */
  readonly keyNames: readonly string[];
  /** Functions whose results show nothing of a key. */
  readonly sanitizers: readonly string[];
  /** Loggers, besides the usual ones. */
  readonly loggers: readonly string[];
  /** Patterns for files that run where users are. */
  readonly clientFiles: readonly string[];
  /** Patterns for files that only ever run on a server. */
  readonly serverFiles: readonly string[];
  /** Ask the compiler where imported values come from; needs typescript-eslint's parser with a project. */
  readonly typeInformation: boolean;
}

type Field = keyof PleoSettings;

const NAMES = 'a list of names, like ["expensesToken"]';
const YES_OR_NO = "true or false";
const PATTERNS = 'a list of file patterns, like ["src/browser/**"]';

const FIELDS: Readonly<Record<Field, string>> = {
  keyNames: NAMES,
  sanitizers: NAMES,
  loggers: NAMES,
  clientFiles: PATTERNS,
  serverFiles: PATTERNS,
  typeInformation: YES_OR_NO,
};

const NO_SETTINGS: PleoSettings = {
  keyNames: [],
  sanitizers: [],
  loggers: [],
  clientFiles: [],
  serverFiles: [],
  typeInformation: false,
};

const known = new WeakMap<object, PleoSettings>();

/**
 * Reads `settings.pleo`; takes all the settings, as a rule gets them.
 * @throws {TypeError} One error that says everything that is wrong with them.
 */
export function readSettings(settings: unknown): PleoSettings {
  const given = isObject(settings) ? settings["pleo"] : undefined;
  if (given === undefined || given === null) return NO_SETTINGS;
  if (!isObject(given)) throw complaintOf(["settings.pleo must be an object"]);
  let read = known.get(given);
  if (read === undefined) {
    read = readFields(given);
    known.set(given, read);
  }
  return read;
}

function readFields(given: Readonly<Record<string, unknown>>): PleoSettings {
  const problems = Object.entries(given).flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) throw complaintOf(problems);
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...NO_SETTINGS, ...Object.fromEntries(present) };
}

function problemOf(name: string, value: unknown): string | undefined {
  if (!isField(name)) return `settings.pleo.${name} is not known`;
  if (value === undefined) return undefined;
  if (FIELDS[name] === YES_OR_NO) {
    return typeof value === "boolean" ? undefined : `settings.pleo.${name} must be ${YES_OR_NO}`;
  }
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  if (!isList) return `settings.pleo.${name} must be ${FIELDS[name]}`;
  // An empty name would fit nothing, and an empty pattern either.
  if (value.includes("")) return `settings.pleo.${name} must not hold an empty text`;
  const isNegated = FIELDS[name] === PATTERNS && value.some((pattern) => pattern.startsWith("!"));
  return isNegated ? `settings.pleo.${name} must not hold a pattern with "!" before it` : undefined;
}

function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

function complaintOf(problems: readonly string[]): TypeError {
  const known = Object.keys(FIELDS).join(", ");
  // A key may have been written where a name belongs.
  return new TypeError(maskText(`${problems.join("; ")}. What settings.pleo may hold: ${known}.`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a rule knows of the file that it looks at. */
export interface LintedFile {
  readonly filename: string;
  readonly cwd: string;
}

const globs = new Map<string, FileGlob>();

/** Is the file among those that these patterns name? */
export function isAmong(patterns: readonly string[], { filename, cwd }: LintedFile): boolean {
  if (patterns.length === 0) return false;
  const path = pathFrom(cwd, filename);
  return patterns.some((pattern) => globOf(pattern)(path));
}

function globOf(pattern: string): FileGlob {
  let glob = globs.get(pattern);
  if (glob === undefined) {
    glob = createFileGlob(pattern);
    globs.set(pattern, glob);
  }
  return glob;
}
