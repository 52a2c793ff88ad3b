import fc from "fast-check";

/** What a fragment leaves open: `new` is a name that the program has nowhere else declared. */
type Blank = "expression" | "name" | "new" | "statements";

/** Names with and without Pleo in them; those that are declared are these with a number. */
const NAMES = [
  "key",
  "pleoApiKey",
  "PLEO_API_KEY",
  "pleoToken",
  "apiKey",
  "config",
  "empleo",
  "self",
  "constructor",
  "__proto__",
  "hasOwnProperty",
  "x",
];

const EXPRESSIONS = [
  "process.env.PLEO_API_KEY",
  "process.env[`PLEO_API_KEY`]",
  "import.meta.env.VITE_PLEO_API_KEY",
  '"{key}"',
  "`Basic ${btoa({expression} + ':')}`",
  "`https://external.pleo.io/${{expression}}?key=${{expression}}`",
  "{name}",
  "{name}.{name}",
  "{name}?.[{expression}]",
  "this.{name}",
  "({expression})",
  "{expression} + {expression}",
  "{expression} ?? {expression}",
  "{expression} ? {expression} : {expression}",
  "({name} = {expression})",
  "({ {name}: {expression}, ...{expression}, [{expression}]: {expression}, get {name}() { return {expression}; } })",
  "[{expression}, , ...{expression}]",
  "{name}({expression}, ...{expression})",
  "new {name}({expression})",
  "{name}`{name}${{expression}}`",
  "(async () => await {expression})()",
  "(({new}, { {name}: {new} = {expression}, ...{new} }) => {expression})({expression})",
  "(function {name}(...{new}) { {statements} return arguments[0]; })",
  "class {new} extends Object { static #k = {expression}; static k() { return super.{name}(this.#k, {new}.#k); } }",
  "{expression}.slice({expression})",
  "{expression}.slice(-4)",
  "Buffer.from({expression}).toString('base64')",
  "JSON.stringify({expression})",
  "Object.assign({}, {expression})",
  "Object.entries({expression})",
  "fetch(`https://external.pleo.io/v1/employees?key=${{expression}}`, { headers: { Authorization: {expression} } })",
  'axios.get("http://external.pleo.io/v2/expenses", { params: { api_key: {expression} }, auth: { username: {expression} } })',
  "new URL({expression}, {expression})",
  "new URLSearchParams({ key: {expression} })",
  "[{expression}].map(({new}) => {expression}).join('')",
  "/pls_{name}/u",
  "-0x1n",
  "<div data-x={{expression}} {...{expression}}>{{expression}} {key}</div>",
  "<><script>{{expression}}</script></>",
];

const STATEMENTS = [
  "const {new} = {expression};",
  "let {new} = {expression};",
  "var { {name}: {new}, {name}: { {name}: {new} = {expression} }, ...{new} } = {expression};",
  "[{name}, {name}[0]] = {expression};",
  "{name}.{name} = {expression};",
  "{name} += {expression};",
  "delete {name}.{name};",
  "console.log({expression}, {expression});",
  "logger.child({ key: {expression} }).info({expression});",
  "process.stdout.write({expression});",
  "throw new Error({expression}, { cause: {expression} });",
  "Sentry.setContext('pleo', {expression});",
  "localStorage.setItem('k', {expression});",
  "document.cookie = {expression};",
  "res.status(200).json({expression});",
  "function {new}({new}, {new} = {expression}) { {statements} return {expression}; }",
  "async function* {new}({ {name}: {new} }) { yield* {expression}; for await (const {new} of {expression}) { {statements} } }",
  "class {new} { #k = {expression}; {new} = {expression}; constructor({new}) { this.{name} = {expression}; this.#k = {new}; } get {new}() { return this.#k; } set {new}(v) { {statements} } [{expression}]() { {statements} return this.#k; } }",
  "if ({expression}) { {statements} } else { {statements} }",
  "for (let {new} = {expression}; {name} < {expression}; {name}++) { {statements} }",
  "for (const {new} in {expression}) { {statements} }",
  "try { {statements} } catch ({new}) { {statements} } finally { {statements} }",
  "switch ({expression}) { case {expression}: {statements} default: {statements} }",
  "{new}: while ({expression}) { {statements} break; }",
  "return {expression};",
  "// {key}\n",
  "/* eslint-disable */",
  "'use client';",
  "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
  ";",
];

/** What only a parser of TypeScript takes. */
const TYPED_STATEMENTS = [
  "const {new}: string = {expression} as unknown as string;",
  "let {new}!: Readonly<Record<'{name}', string>>;",
  "declare const {new}: unique symbol;",
  "enum {new} { A = {expression} }",
  "namespace {new} { {statements} }",
  "abstract class {new} { constructor(private readonly {new}: string, @Inject() public x = {expression}) { {statements} } abstract y(): void; }",
  "type {new} = `pls_${string}`;",
  "({expression} satisfies unknown)!;",
];

/** What may stand outside of functions only. */
const MODULE_PARTS = [
  "import {new}, { {name} as {new} } from '{name}';",
  "import * as {new} from 'pino';",
  "import {new} from 'axios';",
  "export const {new} = {expression};",
  "export const {new} = async ({new}) => { {statements} return Response.json({expression}); };",
  "export default {expression};",
  "export default { runtimeConfig: { public: { {name}: {expression} } }, define: { 'process.env.PLEO_API_KEY': {expression} } };",
];

const LEAVES = {
  expression: ["process.env.PLEO_API_KEY", "key", "'{key}'", "pleoApiKey", "1n", "x"],
  statements: ["", "console.log(key);", "return pleoApiKey;"],
} as const;

interface GrammarOptions {
  readonly isTyped: boolean;
}

/** Programs of what the rules look for, put together at random; `{key}` stands where a key will be. */
export function programs({ isTyped }: GrammarOptions): fc.Arbitrary<string> {
  const choices = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 30, maxLength: 220 });
  const sizes = fc.integer({ min: 1, max: 6 });
  const statements = isTyped ? [...STATEMENTS, ...TYPED_STATEMENTS] : STATEMENTS;
  return fc
    .tuple(choices, sizes)
    .map(([numbers, size]) => new Program(numbers, statements).write(size));
}

class Program {
  readonly #numbers: readonly number[];
  readonly #statements: readonly string[];
  readonly #declared: string[] = [];
  #index = 0;

  constructor(numbers: readonly number[], statements: readonly string[]) {
    this.#numbers = numbers;
    this.#statements = statements;
  }

  write(size: number): string {
    const parts = Array.from({ length: size }, () => {
      // In a function one may return and wait.
      const body = this.#fill(`async function {new}({new}) { ${this.#pick(this.#statements)} }`, 4);
      return `${this.#fill(this.#pick(MODULE_PARTS), 3)}\n${body}`;
    });
    // Only one default may be exported.
    const [first, ...others] = parts.join("\n").split("export default ");
    return others.length === 0 ? (first ?? "") : `${first}export default ${others.join("void ")}`;
  }

  #fill(text: string, depth: number): string {
    return text.replaceAll(/\{(expression|name|new|statements)\}/g, (_blank, blank: Blank) => {
      if (blank === "new") return this.#declare();
      if (blank === "name") return this.#pick([...NAMES, ...this.#declared]);
      if (depth <= 0) return this.#pick(LEAVES[blank]);
      const from = blank === "expression" ? EXPRESSIONS : this.#statements;
      return this.#fill(this.#pick(from), depth - 1);
    });
  }

  #declare(): string {
    const name = `${this.#pick(NAMES)}${this.#declared.length}`;
    this.#declared.push(name);
    return name;
  }

  #pick(from: readonly string[]): string {
    const number = this.#numbers[this.#index++ % this.#numbers.length] ?? 0;
    return from[number % from.length] ?? "";
  }
}

/** A token deleted, doubled, or swapped with another. */
export interface Damage {
  readonly kind: "delete" | "double" | "swap";
  readonly at: number;
  readonly other: number;
}

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("delete" as const, "double" as const, "swap" as const),
    at: fc.nat(),
    other: fc.nat(),
  }),
  { minLength: 0, maxLength: 3 },
);

export function mangle(program: string, done: readonly Damage[]): string {
  const tokens = program.match(/\{key\}|\s+|[\w$#]+|=>|\.\.\.|\?\.|[^\w\s]/g) ?? [];
  for (const { kind, at, other } of done) {
    if (tokens.length === 0) break;
    const [here, there] = [at % tokens.length, other % tokens.length];
    const token = tokens[here] ?? "";
    if (kind === "delete") tokens.splice(here, 1);
    else if (kind === "double") tokens.splice(here, 0, token);
    else [tokens[here], tokens[there]] = [tokens[there] ?? "", token];
  }
  return tokens.join("");
}

/** Only now, so that no report of a failing program holds a key. */
export function withKey(program: string, key: string): string {
  return program.replaceAll("{key}", key);
}
