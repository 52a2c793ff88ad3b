import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../syntax/binding.ts";
import { findTraces, findWord } from "./evidence.ts";
import { signsOf } from "./text-signs.ts";
import { writesTo } from "../trace/writes.ts";

type SourceCode = TSESLint.SourceCode;
type Variable = TSESLint.Scope.Variable;

/** What the text shows of keys besides names. */
interface Shown {
  readonly keyNames: readonly string[];
  /** The file names a variable of the environment that holds a key, so the whole environment holds it. */
  readonly isEnvironmentKey: boolean;
}

/** Nobody gives keys more names than these in one file. */
const MOST_NAMES = 20;

/**
 * The statements at the top of a file that anything of Pleo can reach. Most files with a client for Pleo are about something
 * else, and nothing in the rest of them needs to be looked at.
 *
 * A value gets from one such statement into another only by a variable that both name: by what declares or writes it to
 * whatever reads it, and, where what it stands for may take arguments, from there back to where that is written.
 */
export class NearPleo {
  readonly #sourceCode: SourceCode;
  readonly #statements: readonly TSESTree.Node[];
  readonly #comments: readonly Ranged[];
  readonly #isNear: boolean[];
  /** The statements of which it is not known yet what they reach. */
  readonly #pending: number[] = [];
  #links: readonly (readonly Link[])[] | undefined;

  constructor(sourceCode: SourceCode, shown: Shown) {
    this.#sourceCode = sourceCode;
    this.#statements = sourceCode.ast.body;
    // Not every linter that runs our rules hands them over.
    const { comments } = sourceCode.ast as Partial<TSESTree.Program>;
    this.#comments = comments ?? [];
    this.#isNear = this.#statements.map(() => false);
    const { text } = sourceCode;
    const signs = signsOf(sourceCode);
    const isAnywhere = this.#statements.length < 2 || signs.mayHoldUnseenPrefix;
    if (isAnywhere || !isInOrder(this.#statements)) {
      this.#isNear.fill(true);
    } else {
      findTraces(text, signs, { ...shown, found: (place) => this.#addPlace(place) });
      this.#spread();
    }
  }

  /** In the order of the text. */
  statements(): readonly TSESTree.Node[] {
    return this.#statements.filter((_, index) => this.#isNear[index]);
  }

  /**
   * What turned out to be Pleo's key only where it was sent: variables, and names joined by dots. Tells whether more is
   * near than was.
   */
  addKeys(keys: Iterable<unknown>): boolean {
    const before = this.statements().length;
    const names = new Set<string>();
    for (const key of keys) {
      if (typeof key === "string") names.add(key.slice(key.lastIndexOf(".") + 1));
      else this.#addVariable(key as Variable);
    }
    // Each of them is a search of the whole text.
    if (names.size > MOST_NAMES) this.#isNear.fill(true);
    else for (const name of names) this.#addWord(name);
    this.#spread();
    return this.statements().length > before;
  }

  #addWord(word: string): void {
    findWord(this.#sourceCode.text, word, (place) => this.#addPlace(place));
  }

  #addVariable({ defs, references }: Variable): void {
    for (const { name } of defs) this.#add(this.#statementAt(name.range[0]));
    for (const { identifier } of references) this.#add(this.#statementAt(identifier.range[0]));
  }

  /** Says where to look on: in a statement that is near, nothing more needs to be found. */
  #addPlace(place: number): number {
    const comment = this.#comments[lastIndexFrom(this.#comments, place)];
    if (comment !== undefined && place < comment.range[1]) return comment.range[1];
    const index = this.#statementAt(place);
    const statement = this.#statements[index];
    if (statement === undefined || place < statement.range[0]) {
      this.#add(index);
      return place;
    }
    // What a module is called says nothing of what it gives out.
    const isModule = statement.type === "ImportDeclaration" && place >= statement.source.range[0];
    if (!isModule) this.#add(index);
    return statement.range[1];
  }

  #add(index: number): void {
    if (this.#isNear[index] !== false) return;
    this.#isNear[index] = true;
    this.#pending.push(index);
  }

  #spread(): void {
    for (let index = this.#pending.pop(); index !== undefined; index = this.#pending.pop()) {
      this.#links ??= this.#readLinks();
      for (const link of this.#links[index] ?? []) {
        if (link.isSpread) continue;
        link.isSpread = true;
        for (const reached of link.to) this.#add(reached);
      }
    }
  }

  #readLinks(): readonly (readonly Link[])[] {
    const links: Link[][] = this.#statements.map(() => []);
    const scopes = this.#topScopes();
    if (scopes.length === 0) this.#isNear.fill(true);
    const takesArguments = this.#takingArguments(scopes);
    for (const variable of scopes.flatMap(({ variables }) => variables)) {
      const { defs, references } = variable;
      if (defs.length === 0 || references.length === 0) continue;
      const declared = this.#statementsOf(defs.map(({ name }) => name));
      const used = this.#statementsUsing(references);
      // A `var` may be declared by several statements, and be used by these alone.
      if (declared.size < 2 && Array.from(used).every((index) => declared.has(index))) continue;
      const onward: Link = { to: used, isSpread: false };
      for (const index of [...declared, ...this.#writing(variable)]) links[index]?.push(onward);
      if (!Array.from(declared).some((index) => takesArguments.has(index))) continue;
      const back: Link = { to: declared, isSpread: false };
      for (const index of used) links[index]?.push(back);
    }
    return links;
  }

  /** Those of the file itself come before all others. */
  #topScopes(): readonly TSESLint.Scope.Scope[] {
    const all = this.#sourceCode.scopeManager?.scopes ?? [];
    const end = all.findIndex(({ block }) => block !== this.#sourceCode.ast);
    return end < 0 ? all : all.slice(0, end);
  }

  /** What holds a function or a class, or may be made of one: all others are given nothing where they are used. */
  #takingArguments(scopes: readonly TSESLint.Scope.Scope[]): ReadonlySet<number> {
    const taking = new Set<number>();
    for (const { childScopes, variables } of scopes) {
      for (const { block } of childScopes) {
        if (block !== this.#sourceCode.ast) taking.add(this.#statementAt(block.range[0]));
      }
      for (const { defs, references } of variables) {
        if (references.length === 0 || defs.length === 0 || isImport(defs)) continue;
        const declared = this.#statementsOf(defs.map(({ name }) => name));
        for (const index of this.#statementsUsing(references)) {
          if (!declared.has(index)) taking.add(index);
        }
      }
    }
    return taking;
  }

  #writing(variable: Variable): Iterable<number> {
    if (isImport(variable.defs)) return [];
    const written = writesTo(variable).map(({ at }) => at);
    const headers = variable.references.flatMap(({ identifier }) => headerSetBy(identifier) ?? []);
    return this.#statementsOf([...written, ...headers]);
  }

  /** Without its own declaration, which counts as a use where it gives a value. */
  #statementsUsing(references: Variable["references"]): ReadonlySet<number> {
    const uses = references.filter(({ init }) => init !== true);
    return this.#statementsOf(uses.map(({ identifier }) => identifier));
  }

  #statementsOf(nodes: readonly Ranged[]): ReadonlySet<number> {
    return new Set(nodes.map(({ range: [start] }) => this.#statementAt(start)));
  }

  /** Between two statements there are decorators of the second, with some parsers. */
  #statementAt(place: number): number {
    const index = lastIndexFrom(this.#statements, place);
    return place < (this.#statements[index]?.range[1] ?? 0) ? index : index + 1;
  }
}

interface Ranged {
  readonly range: TSESTree.Range;
}

/** The last that begins at a place or before it; -1 for none. */
function lastIndexFrom(nodes: readonly Ranged[], place: number): number {
  let low = 0;
  for (let high = nodes.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.range[0] ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What is near as soon as something else is. */
interface Link {
  readonly to: Iterable<number>;
  isSpread: boolean;
}

function isImport([definition]: Variable["defs"]): boolean {
  return (definition?.type as string | undefined) === "ImportBinding";
}

/** Some parsers put markup before the scripts that it belongs to. */
function isInOrder(statements: readonly TSESTree.Node[]): boolean {
  return statements.every(({ range }, index) => range[0] >= (statements[index - 1]?.range[1] ?? 0));
}

/** `xhr.setRequestHeader(…)`, which is a part of the request that `xhr.open(…)` begins. */
function headerSetBy({
  parent,
}: TSESTree.Identifier | TSESTree.JSXIdentifier): TSESTree.Node | undefined {
  if (parent.type !== "MemberExpression") return undefined;
  return propertyName(parent) === "setRequestHeader" ? parent : undefined;
}
