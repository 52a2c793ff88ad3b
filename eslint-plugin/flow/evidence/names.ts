import type { TSESTree } from "@typescript-eslint/utils";
import { ANY, CLEAN, fromSource, UNKNOWN, type Answer, type Path } from "../trace/answer.ts";
import { isCleansingName, isKeyChain, isNeutralKeyName, wordsOf } from "./key-names.ts";

/** What names mean in one project: ours, and what its settings add. */
export interface Names {
  isKey(chain: readonly string[]): boolean;
  isCleansing(name: string): boolean;
}

interface NameSettings {
  readonly keyNames: readonly string[];
  readonly sanitizers: readonly string[];
}

export function createNames({ keyNames, sanitizers }: NameSettings): Names {
  return {
    isKey: (chain) => keyNames.includes(chain.at(-1) ?? "") || isKeyChain(chain),
    isCleansing: (name) => sanitizers.includes(name) || isCleansingName(name),
  };
}

/** What wrappers call the value inside of them: form fields, refs, vaults. */
const CALLED_VALUE: ReadonlySet<string> = new Set(
  "value current secret plaintext plain raw text data string secretstring key apikey token password content val unwrap default".split(
    " ",
  ),
);

/** Is this what a vault gives the secret itself under? */
export function isValueOfSecret(name: string): boolean {
  return CALLED_VALUE.has(name.toLowerCase());
}

interface Named {
  /** From the root: `["config", "pleo"]`. */
  readonly chain: readonly string[];
  /** What of it is asked for. */
  readonly path: Path;
  readonly node: TSESTree.Node;
}

/** What the names alone say of a value that nothing else is known of. */
export function answerByName(names: Names, { chain, path, node }: Named): Answer {
  for (let taken = 0; taken <= path.length; taken++) {
    const whole = [...chain, ...path.slice(0, taken)];
    if (!names.isKey(whole)) continue;
    const rest = path.slice(taken);
    if (rest.length > 0 && !leadsToValue(whole, rest)) return CLEAN;
    return fromSource({ text: `\`${whole.join(".")}\``, node });
  }
  // A name that speaks of Pleo and not of its key says what it is.
  return wordsOf([...chain, ...path].at(-1) ?? "").includes("pleo") ? CLEAN : UNKNOWN;
}

/** `credentials.apiKey` and `keyRef.value` are the key; `key.length` and `credentials.clientId` are not. */
function leadsToValue(whole: readonly string[], [name = "", ...rest]: Path): boolean {
  if (name === ANY) return rest.length === 0 && isContainer(whole);
  if (isContainer(whole)) return isNeutralKeyName(name) || name === "username";
  return isValueOfSecret(name);
}

function isContainer(whole: readonly string[]): boolean {
  return (
    wordsOf(whole.at(-1) ?? "")
      .at(-1)
      ?.startsWith("cred") === true
  );
}
