import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { readSettings, type PleoSettings } from "../settings.ts";
import type { Carried, Source } from "./trace/answer.ts";
import type { Call } from "./syntax/callee.ts";
import { isKeyInEnvironment, isKeyName } from "./evidence/key-names.ts";
import { heardNodesOf, isCall, type HeardNodes } from "./heard.ts";
import { createNames } from "./evidence/names.ts";
import { NearPleo } from "./evidence/near-pleo.ts";
import { describeRoad } from "./road.ts";
import { oncePerFile } from "./evidence/once-per-file.ts";
import { signsOf } from "./evidence/text-signs.ts";
import { Tracer } from "./trace/tracer.ts";
import { typeInformationOf } from "./trace/type-information.ts";

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
  nodes(): HeardNodes;
  /** Every Pleo key that the expression is, or holds. */
  keysIn(expression: TSESTree.Node): readonly CarriedKey[];
}

interface RuleContext {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly settings: object;
}

const NONE: readonly CarriedKey[] = [];

/** One analysis per file, shared by all rules; `undefined` where the file shows nothing of Pleo. */
export function flowOf({ sourceCode, settings }: RuleContext): Flow | undefined {
  const ours = readSettings(settings);
  const mayShow = ours.typeInformation || ours.keyNames.length > 0;
  // Nothing is kept of most files: to keep it takes longer than to ask again.
  return mayShow || signsOf(sourceCode).showsPleo ? flowOfFile(sourceCode, ours) : undefined;
}

const flowOfFile = oncePerFile((sourceCode, settings: PleoSettings): Flow | undefined => {
  // What comes from another file may be a key whose name here does not say so.
  const mayShow = settings.typeInformation || showsPleo(sourceCode, settings);
  return mayShow ? createFlow(sourceCode, settings) : undefined;
});

/** If a file does not show anything of Pleo, there is nothing to look for. */
function showsPleo(sourceCode: Readonly<TSESLint.SourceCode>, { keyNames }: PleoSettings): boolean {
  return signsOf(sourceCode).showsPleo || keyNames.some((name) => sourceCode.text.includes(name));
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
  let heard: HeardNodes | undefined;
  let isComplete = false;
  function nodesNear(): HeardNodes {
    return (heard ??= heardNodesOf(sourceCode, statementsNear()));
  }
  const callsNear = (): readonly Call[] => nodesNear().nodes.filter(isCall);
  const tracer = new Tracer(sourceCode, { names, types, keyVariable, callsNear });
  const describe = ({ source, inside, via }: Carried): CarriedKey => ({
    source,
    inside,
    road: describeRoad({ source, via }),
  });
  return {
    settings,
    nodes() {
      if (!isComplete) {
        nodesNear();
        if (near?.addKeys(tracer.promoted()) === true) heard = undefined;
        isComplete = true;
      }
      return nodesNear();
    },
    keysIn(expression) {
      const { carried } = tracer.trace({ node: expression, path: [], frame: undefined });
      return carried.length === 0 ? NONE : carried.map(describe);
    },
  };
}

/** The name of an environment's variable that this file speaks of and that holds a key. */
function keyVariableIn(text: string): string | undefined {
  for (let at = text.indexOf(IN_NAME); at >= 0;) {
    let start = at;
    while (isOfWord(text, start - 1)) start--;
    let end = at + IN_NAME.length;
    while (isOfWord(text, end)) end++;
    const name = text.slice(start, end);
    if (VARIABLE.test(name) && (isKeyName(name) || isKeyInEnvironment(name))) return name;
    at = text.indexOf(IN_NAME, end);
  }
  return undefined;
}

const IN_NAME = "PLEO";
const VARIABLE = /^[A-Z][A-Z0-9_]{4,}$/;

function isOfWord(text: string, index: number): boolean {
  return /\w/.test(text.charAt(index));
}
