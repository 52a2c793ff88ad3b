import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findKeys } from "../../../src/key/find-keys.ts";
import {
  ANY,
  CLEAN,
  flattened,
  fromSource,
  matches,
  under,
  unite,
  UNKNOWN,
  type Answer,
  type Path,
} from "./answer.ts";
import { bare, literalText, propertyName } from "../syntax/binding.ts";
import type { Call } from "../syntax/callee.ts";
import { isNeutralKeyName } from "../evidence/key-names.ts";
import { answerByName, type Names } from "../evidence/names.ts";
import { mayBeSent, promoteNeutralKeys } from "./neutral-keys.ts";
import { isSaidOfField } from "./about-fields.ts";
import { isFunction } from "../syntax/place.ts";
import { traceCall, traceNew } from "./trace-call.ts";
import { traceCast } from "./trace-type.ts";
import { traceYield } from "./trace-effects.ts";
import { traceIdentifier } from "./trace-identifier.ts";
import { constantText, traceMember, traceThis } from "./trace-member.ts";
import { returnsOf } from "../syntax/returns.ts";
import type { TypeInformation } from "./type-information.ts";
import type { Asked, Frame, Tracing } from "./tracing.ts";

/** Deeper than any program that people write; a generated one must not overflow the stack. */
const DEEPEST = 60;
/** Of one file; a program that takes more is one that was made to. */
const MOST_STEPS = 40_000;

interface TracerOptions {
  readonly names: Names;
  readonly types: TypeInformation | undefined;
  readonly keyVariable: string | undefined;
  /** All calls that may be requests to Pleo. */
  readonly callsNear: () => readonly Call[];
}

/** Follows values back to where they come from. Each value is followed once, whoever asks. */
export class Tracer implements Tracing {
  readonly sourceCode: TSESLint.SourceCode;
  readonly names: Names;
  readonly types: TypeInformation | undefined;
  readonly keyVariable: string | undefined;
  readonly callsNear: () => readonly Call[];
  #promoted: Set<unknown> | undefined;
  readonly #users = new Map<unknown, Set<unknown>>();
  readonly #sent = new Map<string, boolean>();
  readonly #wholes = new WeakMap<TSESTree.Node, Answer>();
  readonly #answers = new WeakMap<TSESTree.Node, Map<string, Answer>>();
  readonly #frameIds = new WeakMap<Frame, number>();
  #frames = 0;
  #depth = 0;
  #steps = 0;

  constructor(sourceCode: TSESLint.SourceCode, options: TracerOptions) {
    this.sourceCode = sourceCode;
    this.names = options.names;
    this.types = options.types;
    this.keyVariable = options.keyVariable;
    this.callsNear = options.callsNear;
  }

  promote(thing: unknown): void {
    this.#promoted?.add(thing);
  }

  /** Whatever it is called: a variable, or names joined by dots and what they begin with. */
  promoteUser(thing: unknown, root: unknown): void {
    this.#promoted?.add(thing);
    const roots = this.#users.get(thing);
    if (roots === undefined) this.#users.set(thing, new Set([root]));
    else roots.add(root);
  }

  isPromoted(thing: unknown, name: string, root: () => unknown): boolean {
    const promoted = this.promoted();
    if (!promoted.has(thing)) return false;
    if (isNeutralKeyName(name) && this.#mayBeSent(name)) return true;
    return this.#users.get(thing)?.has(root()) === true;
  }

  promoted(): ReadonlySet<unknown> {
    if (this.#promoted === undefined) {
      this.#promoted = new Set();
      promoteNeutralKeys(this);
    }
    return this.#promoted;
  }

  /** Does the text show this name near what sends it? */
  #mayBeSent(name: string): boolean {
    let may = this.#sent.get(name);
    if (may === undefined) {
      may = mayBeSent(this.sourceCode.text, name);
      this.#sent.set(name, may);
    }
    return may;
  }

  trace({ node: wrapped, path, frame }: Asked): Answer {
    const node = bare(wrapped);
    const answer = this.#traceBare({ node, path, frame });
    if (wrapped === node || answer.isKnown) return answer;
    return answer.carried.length > 0 ? answer : traceCast(this, wrapped, path);
  }

  #traceBare({ node, path, frame }: Asked): Answer {
    if (path.length === 0 && frame === undefined) return this.#traceWhole(node);
    const answers = this.#answersOf(node);
    const question = `${String(this.#idOf(frame))}/${path.join("/")}`;
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (this.#isTooFar()) return UNKNOWN;
    // A value that is made of itself adds nothing to itself.
    answers.set(question, CLEAN);
    const answer = this.#step({ node, path, frame });
    answers.set(question, answer);
    return answer;
  }

  /** The question that is asked most has answers of its own, which are found faster. */
  #traceWhole(node: TSESTree.Node): Answer {
    const known = this.#wholes.get(node);
    if (known !== undefined) return known;
    if (this.#isTooFar()) return UNKNOWN;
    this.#wholes.set(node, CLEAN);
    const answer = this.#step({ node, path: [], frame: undefined });
    this.#wholes.set(node, answer);
    return answer;
  }

  #isTooFar(): boolean {
    return this.#depth >= DEEPEST || this.#steps >= MOST_STEPS;
  }

  #step(asked: Asked): Answer {
    this.#depth++;
    this.#steps++;
    const answer = this.#follow(asked);
    this.#depth--;
    return answer;
  }

  #answersOf(node: TSESTree.Node): Map<string, Answer> {
    let answers = this.#answers.get(node);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(node, answers);
    }
    return answers;
  }

  #idOf(frame: Frame | undefined): number {
    if (frame === undefined) return 0;
    let id = this.#frameIds.get(frame);
    if (id === undefined) {
      id = ++this.#frames;
      this.#frameIds.set(frame, id);
    }
    return id;
  }

  #follow(asked: Asked): Answer {
    const { node, path, frame } = asked;
    // How long a key is, or how many there are, tells nothing of it.
    if (path[0] === "length" || path[0] === "size") return CLEAN;
    const part = (inner: TSESTree.Node, at: Path = path): Answer =>
      this.trace({ node: inner, path: at, frame });
    switch (node.type) {
      case "Literal":
        return traceText(node, literalText(node) ?? "", path);
      case "TemplateLiteral":
        if (path.length > 0) return CLEAN;
        return flattened(
          unite([
            traceText(node, node.quasis.map(({ value }) => value.cooked ?? "").join(""), path),
            ...node.expressions.map((inner) => part(inner, [])),
          ]),
        );
      case "TaggedTemplateExpression":
        return path.length > 0 ? UNKNOWN : flattened(part(node.quasi, []));
      case "BinaryExpression":
        return node.operator === "+" && path.length === 0 ? this.#traceSum(node, frame) : CLEAN;
      case "LogicalExpression":
        // What is left of `&&` comes out only if it is empty.
        return node.operator === "&&"
          ? part(node.right)
          : unite([part(node.left), part(node.right)]);
      case "ConditionalExpression":
        return unite([part(node.consequent), part(node.alternate)]);
      case "AssignmentExpression":
        if (node.operator === "=") return part(node.right);
        return unite([part(node.left), part(node.right)]);
      case "SequenceExpression":
        return part(node.expressions.at(-1) ?? node);
      case "ArrayExpression":
        return this.#traceList(node, asked);
      case "ObjectExpression":
        return this.#traceObject(node, asked);
      case "Identifier":
        return traceIdentifier(this, { ...asked, node });
      case "MemberExpression":
        return traceMember(this, { ...asked, node });
      case "ThisExpression":
        return traceThis(this, { ...asked, node });
      case "CallExpression":
        return traceCall(this, { ...asked, node });
      case "NewExpression":
        return traceNew(this, { ...asked, node });
      case "SpreadElement":
        return part(node.argument);
      case "YieldExpression":
        return traceYield(this, { ...asked, node });
      case "UnaryExpression":
      case "UpdateExpression":
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "ClassExpression":
        return CLEAN;
      default:
        return UNKNOWN;
    }
  }

  /** Without recursion along the left: generated code adds up thousands of texts. */
  #traceSum(sum: TSESTree.BinaryExpression, frame: Frame | undefined): Answer {
    const parts: TSESTree.Node[] = [];
    let node: TSESTree.Node = sum;
    for (; node.type === "BinaryExpression" && node.operator === "+"; node = node.left) {
      parts.push(node.right);
    }
    parts.push(node);
    const text = parts.toReversed().map(literalText).join("");
    return flattened(
      unite([
        traceText(sum, text, []),
        ...parts.map((inner) => this.trace({ node: inner, path: [], frame })),
      ]),
    );
  }

  #traceList({ elements }: TSESTree.ArrayExpression, { path, frame }: Asked): Answer {
    const [index, ...rest] = path;
    const answers = elements.flatMap((element, place) => {
      if (element === null) return [];
      if (element.type === "SpreadElement")
        return [
          this.trace({
            node: element.argument,
            path: path.length === 0 ? [] : [ANY, ...rest],
            frame,
          }),
        ];
      if (index !== undefined && !matches([index], String(place))) return [];
      const answer = this.trace({ node: element, path: rest, frame });
      return [index === undefined ? under(ANY, answer) : answer];
    });
    return unite([CLEAN, ...answers]);
  }

  #traceObject({ properties }: TSESTree.ObjectExpression, { path, frame }: Asked): Answer {
    const [wanted, ...rest] = path;
    const answers: Answer[] = [CLEAN];
    for (const property of candidatesIn(properties, wanted)) {
      if (property.type === "SpreadElement") {
        answers.push(
          this.#traceSpread(property, properties, { node: property.argument, path, frame }),
        );
        continue;
      }
      const name = propertyName(property) ?? this.#computedName(property) ?? ANY;
      if (wanted !== undefined && !matches([wanted], name)) continue;
      const answer = this.#traceProperty(property, { name, path: rest, frame });
      answers.push(wanted === undefined ? under(name, answer) : answer);
      // What stands before it under the same name is gone.
      if (wanted === name && name !== ANY) break;
    }
    return unite(answers);
  }

  /** `{ ...a, b: 1 }`: what comes after the spread under the same name hides what is in it. */
  #traceSpread(
    spread: TSESTree.SpreadElement,
    properties: TSESTree.ObjectExpression["properties"],
    asked: Asked,
  ): Answer {
    const answer = this.trace(asked);
    if (asked.path.length > 0 || answer.carried.length === 0) return answer;
    const later = properties.slice(properties.indexOf(spread) + 1);
    const hidden = later.flatMap((property) =>
      property.type === "Property" ? [propertyName(property)] : [],
    );
    return {
      ...answer,
      carried: answer.carried.filter(
        ({ inside }) => inside[0] === undefined || !hidden.includes(inside[0]),
      ),
    };
  }

  #traceProperty(
    property: TSESTree.Property,
    {
      name,
      path,
      frame,
    }: { readonly name: string; readonly path: Path; readonly frame: Frame | undefined },
  ): Answer {
    const { value } = property;
    if (property.kind === "get" && isFunction(value)) {
      const returns = returnsOf(this.sourceCode, value);
      return unite([CLEAN, ...returns.map((node) => this.trace({ node, path, frame }))]);
    }
    const answer = this.trace({ node: value, path, frame });
    if (answer.carried.length > 0 || answer.isKnown) return answer;
    const byName = answerByName(this.names, { chain: [name], path, node: value });
    return byName.carried.length > 0 && isSaidOfField(property) ? CLEAN : byName;
  }

  #computedName({ computed, key }: TSESTree.Property): string | undefined {
    return computed ? constantText(this, key) : undefined;
  }
}

function traceText(node: TSESTree.Node, text: string, path: Path): Answer {
  if (path.length > 0 || text.length < 25 || findKeys(text).length === 0) return CLEAN;
  return fromSource({ text: "a literal", node });
}

type Properties = TSESTree.ObjectExpression["properties"];

/** Larger ones are tables, of which each name is looked up and not searched for. */
const LARGE = 32;
const tables = new WeakMap<Properties, ReadonlyMap<string, TSESTree.Property> | null>();

/** The properties that may hold what is wanted, the last first. */
function candidatesIn(properties: Properties, wanted: string | undefined): Properties {
  if (properties.length <= LARGE || wanted === undefined || wanted === ANY) {
    return properties.toReversed();
  }
  let table = tables.get(properties);
  if (table === undefined) {
    table = tableOf(properties);
    tables.set(properties, table);
  }
  if (table === null) return properties.toReversed();
  const property = table.get(wanted);
  return property === undefined ? [] : [property];
}

/** Nothing where a name is not known. */
function tableOf(properties: Properties): ReadonlyMap<string, TSESTree.Property> | null {
  const table = new Map<string, TSESTree.Property>();
  for (const property of properties) {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    if (name === undefined || property.type !== "Property") return null;
    table.set(name, property);
  }
  return table;
}
