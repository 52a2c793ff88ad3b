/** What stands between `${{` and `}}`, as GitHub reads it. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  /** `of.key`, `of['key']`, `of[key]`; without a key `of.*`. */
  | { readonly kind: "member"; readonly of: Expression; readonly key: Expression | undefined }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "either";
      readonly operator: "&&" | "||";
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `!a`, `a == b`: true or false, whatever it is made of. */
  | { readonly kind: "test"; readonly operator: string; readonly parts: readonly Expression[] };

const TOKEN =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>[+-]?(?:0x[0-9a-f]+|0o[0-7]+|\.?\d[\d.]*(?:e[+-]?\d+)?))|(?<name>[a-z_][\w-]*)|(?<mark>&&|\|\||[=!<>]=|[!<>()[\].,*]))/iy;

interface Token {
  readonly kind: "text" | "number" | "name" | "mark";
  readonly text: string;
}

/** GitHub refuses what is nested deeper. */
const DEEPEST = 50;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** `undefined` for what is no expression. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokenize(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const expression = readEither(reader, "||");
  return reader.at === tokens.length ? expression : undefined;
}

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> = TOKEN.exec(text)?.groups ?? {};
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || found === undefined) return undefined;
    tokens.push({ kind: kind as Token["kind"], text: found });
  }
  return tokens;
}

function takeMark(reader: Reader, ...marks: readonly string[]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "mark" || !marks.includes(token.text)) return undefined;
  reader.at++;
  return token.text;
}

function readEither(reader: Reader, operator: "&&" | "||"): Expression | undefined {
  const next = () => (operator === "||" ? readEither(reader, "&&") : readTest(reader));
  let left = next();
  while (left !== undefined && takeMark(reader, operator) !== undefined) {
    const right = next();
    left = right && { kind: "either", operator, left, right };
  }
  return left;
}

function readTest(reader: Reader): Expression | undefined {
  let left = readNot(reader);
  while (left !== undefined) {
    const operator = takeMark(reader, "==", "!=", "<", "<=", ">", ">=");
    if (operator === undefined) break;
    const right = readNot(reader);
    left = right && { kind: "test", operator, parts: [left, right] };
  }
  return left;
}

function readNot(reader: Reader): Expression | undefined {
  let turns = 0;
  while (takeMark(reader, "!") !== undefined) turns++;
  const value = readMember(reader);
  if (turns === 0 || value === undefined) return value;
  const once: Expression = { kind: "test", operator: "!", parts: [value] };
  // Turned round twice it is what it was, as true or false.
  return turns % 2 === 1 ? once : { kind: "test", operator: "!", parts: [once] };
}

function readMember(reader: Reader): Expression | undefined {
  let value = readPrimary(reader);
  for (let links = 0; value !== undefined && links < DEEPEST; links++) {
    if (takeMark(reader, ".") !== undefined) {
      value = readKey(reader, value);
    } else if (takeMark(reader, "[") !== undefined) {
      const key = takeMark(reader, "*") === undefined ? readNested(reader) : undefined;
      if (takeMark(reader, "]") === undefined) return undefined;
      value = { kind: "member", of: value, key };
    } else {
      return value;
    }
  }
  return undefined;
}

function readKey(reader: Reader, of: Expression): Expression | undefined {
  if (takeMark(reader, "*") !== undefined) return { kind: "member", of, key: undefined };
  const token = reader.tokens[reader.at];
  if (token?.kind !== "name") return undefined;
  reader.at++;
  return { kind: "member", of, key: { kind: "literal", value: token.text } };
}

function readPrimary(reader: Reader): Expression | undefined {
  if (takeMark(reader, "(") !== undefined) {
    const inside = readNested(reader);
    return takeMark(reader, ")") === undefined ? undefined : inside;
  }
  const token = reader.tokens[reader.at];
  if (token === undefined || token.kind === "mark") return undefined;
  reader.at++;
  if (token.kind === "text") {
    return { kind: "literal", value: token.text.slice(1, -1).replaceAll("''", "'") };
  }
  if (token.kind === "number") return { kind: "literal", value: token.text };
  if (takeMark(reader, "(") !== undefined) return readCall(reader, token.text);
  return { kind: "name", name: token.text.toLowerCase() };
}

function readCall(reader: Reader, name: string): Expression | undefined {
  const args: Expression[] = [];
  if (takeMark(reader, ")") !== undefined) return { kind: "call", name: name.toLowerCase(), args };
  do {
    const argument = readNested(reader);
    if (argument === undefined) return undefined;
    args.push(argument);
  } while (takeMark(reader, ",") !== undefined);
  if (takeMark(reader, ")") === undefined) return undefined;
  return { kind: "call", name: name.toLowerCase(), args };
}

function readNested(reader: Reader): Expression | undefined {
  if (reader.depth >= DEEPEST) return undefined;
  reader.depth++;
  const value = readEither(reader, "||");
  reader.depth--;
  return value;
}
