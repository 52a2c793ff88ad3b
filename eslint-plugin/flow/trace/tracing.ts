import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Answer, Path } from "./answer.ts";
import type { Names } from "../evidence/names.ts";
import type { TypeInformation } from "./type-information.ts";
import type { FunctionNode } from "../syntax/place.ts";

/** One function as one call runs it, and the call that that happens in. */
export interface Frame {
  readonly fn: FunctionNode;
  readonly call: TSESTree.Node;
  /** What a parameter gets. */
  argument(index: number): Asked | undefined;
  /** What an element of it gets, where each comes from elsewhere. */
  element?(index: number, element: string): Asked | undefined;
  readonly outer: Frame | undefined;
}

/** A value, or what lies at a path inside of it, as seen from one call. */
export interface Asked {
  readonly node: TSESTree.Node;
  readonly path: Path;
  readonly frame: Frame | undefined;
}

/** What the parts of the analysis need of each other. */
export interface Tracing {
  readonly sourceCode: TSESLint.SourceCode;
  readonly names: Names;
  /** What the compiler knows, where a project wants it to be asked. */
  readonly types: TypeInformation | undefined;
  /** The first name of an environment's variable in this file that holds a key. */
  readonly keyVariable: string | undefined;
  /** Is this thing, whose name does not say so, one that this file shows to be Pleo's? */
  isPromoted(thing: unknown, name: string, root: () => unknown): boolean;
  trace(asked: Asked): Answer;
}

/** Calls within calls deeper than this are not told apart. */
const DEEPEST_FRAME = 4;

function depthOf(frame: Frame | undefined): number {
  let depth = 0;
  for (let outer = frame; outer !== undefined; outer = outer.outer) depth++;
  return depth;
}

export function isTooDeep(frame: Frame | undefined): boolean {
  return depthOf(frame) >= DEEPEST_FRAME;
}
