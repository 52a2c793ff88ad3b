import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { readSettings, type PleoSettings } from "../settings.ts";
import type { Carried, Source } from "./answer.ts";
import { showsPleo } from "./evidence.ts";
import { isKeyInEnvironment, isKeyName } from "./key-names.ts";
import { heardNodesOf, type HeardNode } from "./heard.ts";
import { createNames } from "./names.ts";
import { NearPleo } from "./near-pleo.ts";
import { describeRoad } from "./road.ts";
import { Tracer } from "./tracer.ts";
import { typeInformationOf } from "./type-information.ts";

/** A Pleo key that an expression is, or holds. */
export interface CarriedKey {
  readonly source: Source;
  /** Names of the properties from the expression down to the key: none where it is the key, or a text with it. */
  readonly inside: readonly string[];
  /** "`token`, which comes from `process.env.PLEO_API_KEY` on line 3". Never a character of a key. */
  readonly road: string;
}

/** What is known of the keys in one file. */
export interface Flow {
  readonly settings: PleoSettings;
  /** The nodes of all that Pleo can reach, in the order of the text, of the types that rules listen to. */
  nodes(): readonly HeardNode[];
  /** Every Pleo key that the expression is, or holds. */
  keysIn(expression: TSESTree.Node): readonly CarriedKey[];
}

interface RuleContext {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly settings: object;
}

const NONE: readonly CarriedKey[] = [];

const flows = new WeakMap<object, Flow | null>();

/** One analysis per file, shared by all rules; `undefined` where the file shows nothing of Pleo. */
export function flowOf({ sourceCode, settings }: RuleContext): Flow | undefined {
  let flow = flows.get(sourceCode);
  if (flow === undefined) {
    const ours = readSettings(settings);
    // What comes from another file may be a key whose name here does not say so.
    const mayShow = ours.typeInformation || showsPleo(sourceCode.text, ours);
    flow = mayShow ? createFlow(sourceCode, ours) : null;
    flows.set(sourceCode, flow);
  }
  return flow ?? undefined;
}

function createFlow(sourceCode: Readonly<TSESLint.SourceCode>, settings: PleoSettings): Flow {
  const names = createNames(settings);
  const types = settings.typeInformation ? typeInformationOf(sourceCode, names) : undefined;
  const keyVariable = keyVariableIn(sourceCode.text);
  let near: NearPleo | undefined;
  // Of a file that is only text nobody ever asks.
  function statementsNear(): readonly TSESTree.Node[] {
    // The compiler may know of a key where the text shows none.
    if (settings.typeInformation) return sourceCode.ast.body;
    near ??= new NearPleo(sourceCode, {
      keyNames: settings.keyNames,
      isEnvironmentKey: keyVariable !== undefined,
    });
    return near.statements();
  }
  const tracer = new Tracer(sourceCode, { names, types, keyVariable, statementsNear });
  let nodes: readonly HeardNode[] | undefined;
  const describe = ({ source, inside, via }: Carried): CarriedKey => ({
    source,
    inside,
    road: describeRoad({ source, via }),
  });
  return {
    settings,
    nodes() {
      if (nodes === undefined) {
        statementsNear();
        near?.addKeys(tracer.promoted());
        nodes = heardNodesOf(sourceCode, statementsNear());
      }
      return nodes;
    },
    keysIn(expression) {
      const { carried } = tracer.trace({ node: expression, path: [], frame: undefined });
      return carried.length === 0 ? NONE : carried.map(describe);
    },
  };
}

/** The name of an environment's variable that this file speaks of and that holds a key. */
function keyVariableIn(text: string): string | undefined {
  return text
    .match(/\b[A-Z][A-Z0-9_]*PLEO[A-Z0-9_]*\b|\bPLEO[A-Z0-9_]+\b/g)
    ?.find((name) => isKeyName(name) || isKeyInEnvironment(name));
}
