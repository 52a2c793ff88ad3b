/** What a project sets under `options` of the rule. */
export interface Options {
  /** Secrets that may stand in files: a part of them, or `/pattern/flags`. */
  readonly allows?: readonly string[];
  /** Names of variables that hold a Pleo key, though they do not say so. */
  readonly keyNames?: readonly string[];
  /** Bits for each character, below which a value of unknown shape is no secret. */
  readonly minimumEntropy?: number;
}

export interface Settings {
  readonly keyNames: readonly string[];
  readonly minimumEntropy: number;
  /** Is this secret, or the way it is written, among those that are allowed? */
  isAllowed(secret: string): boolean;
}

const DEFAULT_ENTROPY = 2.8;
/** More than any text has. */
const HIGHEST_ENTROPY = 8;

/** @throws {TypeError} One error that says everything that is wrong. */
export function readOptions(options: unknown): Settings {
  const given = options ?? {};
  if (!isObject(given)) throw complaintOf(["options must be an object"]);
  const problems = Object.entries(given).flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) throw complaintOf(problems);
  const { allows = [], keyNames = [], minimumEntropy = DEFAULT_ENTROPY } = given as Options;
  const patterns = allows.map((allowed) => patternOf(allowed) ?? allowed);
  return {
    keyNames,
    minimumEntropy,
    isAllowed: (secret) =>
      patterns.some((pattern) =>
        typeof pattern === "string" ? secret.includes(pattern) : pattern.test(secret),
      ),
  };
}

const PROBLEMS: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  allows: problemOfAllows,
  keyNames: (value) =>
    isTexts(value) ? undefined : 'options.keyNames must be a list of names, like ["expensesToken"]',
  minimumEntropy: (value) =>
    typeof value === "number" && value >= 0 && value <= HIGHEST_ENTROPY
      ? undefined
      : `options.minimumEntropy must be a number from 0 to ${HIGHEST_ENTROPY}`,
};

function problemOf(name: string, value: unknown): string | undefined {
  if (name === "allowMessageIds") {
    return 'allowMessageIds belongs beside "options", not into them';
  }
  if (!Object.hasOwn(PROBLEMS, name)) return `options.${name} is not known`;
  return value === undefined ? undefined : PROBLEMS[name]?.(value);
}

function problemOfAllows(value: unknown): string | undefined {
  if (!isTexts(value)) {
    return 'options.allows must be a list of texts and patterns, like ["/_0a1b2c$/"]';
  }
  for (const allowed of value) {
    try {
      patternOf(allowed);
    } catch {
      // Without the engine's message, which quotes the pattern and with it perhaps a key.
      const place = value.indexOf(allowed);
      return `options.allows[${place}] is no regular expression`;
    }
  }
  return undefined;
}

const PATTERN = /^\/(.+)\/([a-z]*)$/s;

function patternOf(allowed: string): RegExp | undefined {
  const [, source, flags = ""] = PATTERN.exec(allowed) ?? [];
  // Where to go on is of no use here, and would make every other test of the same text fail.
  return source === undefined ? undefined : new RegExp(source, flags.replace(/[gy]/g, ""));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
}

function complaintOf(problems: readonly string[]): TypeError {
  return new TypeError(
    `eslint-plugin-pleo/secretlint: ${problems.join("; ")}. What options may hold: ${Object.keys(PROBLEMS).join(", ")}.`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
