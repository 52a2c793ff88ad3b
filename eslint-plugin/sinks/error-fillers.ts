import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee } from "../flow/syntax/callee.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

/** What a call puts into something that is there already. */
interface Filling {
  readonly target: TSESTree.Node;
  readonly given: readonly TSESTree.Node[];
}

const FILLS = wordSet(
  "assign assignIn assignWith extend extendOwn merge mergeWith defaults defaultsDeep",
);
/** These are told a name before the value. */
const FILLS_ONE = wordSet("set setWith defineProperty");

/** Packages that fill their first argument from the others. */
const PACKAGES = /^(?:lodash(?:-es)?|underscore|es-toolkit|jquery|util)(?:[/.]|$)/;
/** Packages that do nothing else. */
const FILLERS =
  /^(?:object-assign|object\.assign|(?:just-|deep-|node\.)?extend|xtend\/mutable|merge-deep|just-merge)$/;
const GLOBALS = wordSet("Object Reflect _ $ jQuery");

/** `Object.assign(error, { key })`, `_.merge(error, { key })`, `_.set(error, "key", key)`; `undefined` for every other call. */
export function fillingOf(callee: Callee): Filling | undefined {
  const name = fillerOf(callee);
  if (name === undefined) return undefined;
  // `$.extend(true, error, { key })` says first how deep.
  const [first] = callee.args;
  const [target, ...given] = first?.type === "Literal" ? callee.args.slice(1) : callee.args;
  if (target === undefined) return undefined;
  return { target, given: FILLS_ONE.has(name) ? given.slice(1) : given };
}

function fillerOf({ module, path, names, isGlobal }: Callee): string | undefined {
  if (module === undefined) {
    const [owner = "", name = "", ...more] = names;
    return isGlobal && more.length === 0 && GLOBALS.has(owner) ? known(name) : undefined;
  }
  if (FILLERS.test(module)) return path.length === 0 ? "assign" : undefined;
  if (!PACKAGES.test(module)) return undefined;
  return known(path.at(-1) ?? module.split(/[/.]/).at(-1) ?? "");
}

function known(name: string): string | undefined {
  if (name === "_extend" || name === "defineProperties") return "assign";
  return FILLS.has(name) || FILLS_ONE.has(name) ? name : undefined;
}
