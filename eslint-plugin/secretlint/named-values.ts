import { wordsOf } from "../flow/evidence/key-names.ts";
import { blockAfter, childrenIn } from "./block.ts";
import type { FileKind } from "./file-kind.ts";
import type { Range } from "./finding.ts";
import { matchAt } from "./match-at.ts";
import { nameAround } from "./name-in-text.ts";
import type { Name } from "./name-in-text.ts";
import type { Role, SecretNames } from "./secret-names.ts";
import { valueOfColumn, valueOfUpdate } from "./sql-values.ts";
import {
  readValue,
  spacedValue,
  valueAfter,
  valueOfElement,
  valueOfEntry,
} from "./value-syntax.ts";
import type { WrittenValue } from "./value-syntax.ts";

/** A value, and what the name that it is given says of it. */
export interface NamedValue extends WrittenValue {
  readonly role: Role;
}

interface Reading {
  readonly names: SecretNames;
  readonly kind: FileKind;
}

/** How far a value may be from its name for nothing but a sign to be between them. */
const CLOSE = 4;

/** Every value that is given to a name of one of Pleo's secrets, in whatever language. */
export function findNamedValues(text: string, reading: Reading): readonly NamedValue[] {
  const { names } = reading;
  const values = new Map<number, NamedValue>();
  let nameEnd = 0;
  let blockEnd = 0;
  for (const { index } of text.matchAll(names.trace)) {
    if (index < nameEnd) continue;
    const name = nameAround(text, index);
    nameEnd = name.range[1];
    // A block within a block has been read with it.
    const block = index < blockEnd ? undefined : blockOf(text, name, names);
    blockEnd = block?.end ?? blockEnd;
    for (const value of [...valuesOf(text, name, reading), ...valuesIn(text, block, reading)]) {
      if (!values.has(value.range[0])) values.set(value.range[0], value);
      // A name within the value that follows is a part of it.
      if (value.range[0] <= nameEnd + CLOSE) nameEnd = Math.max(nameEnd, value.range[1]);
    }
  }
  return [...values.values()];
}

/** What belongs to something of Pleo's: its settings, its arguments. */
interface Block {
  readonly range: Range | undefined;
  readonly end: number;
  readonly owner: readonly string[];
  readonly argument: WrittenValue | undefined;
}

function blockOf(text: string, name: Name, names: SecretNames): Block | undefined {
  if (names.roleOf(name.chain) !== undefined) return undefined;
  const owner = ownerOf(name, names);
  if (owner === undefined) return undefined;
  const range = blockAfter(text, name.range);
  return { range, end: range?.[1] ?? 0, owner, argument: argumentAfter(text, name.range[1]) };
}

const OF_CALLS: ReadonlySet<string> = new Set(
  "create make new init build connect setup set configure with use add pleo client sdk api service provider auth key token credentials connector integration basic login authenticate".split(
    " ",
  ),
);

/** By which name the settings of what has this name are Pleo's; `undefined` if they are not. */
function ownerOf({ chain }: Name, names: SecretNames): readonly string[] | undefined {
  if (names.roleOf([...chain, "apiKey"]) === "key") return chain;
  const words = wordsOf(chain.at(-1) ?? "");
  return words.includes("pleo") && words.every((word) => OF_CALLS.has(word)) ? ["pleo"] : undefined;
}

const ARGUMENT = /(?:\.new|::new)?\(\s{0,20}(?=["'`])/y;

/** `createPleoClient("…")`. */
function argumentAfter(text: string, end: number): WrittenValue | undefined {
  const argument = matchAt(ARGUMENT, text, end);
  return argument === undefined ? undefined : readValue(text, argument.end, false);
}

function valuesIn(text: string, block: Block | undefined, reading: Reading): readonly NamedValue[] {
  if (block === undefined) return [];
  const { range, owner, argument } = block;
  const children = range === undefined ? [] : childrenIn(text, range);
  return [
    ...(argument === undefined ? [] : [{ ...argument, role: "key" as const }]),
    ...children.flatMap((child) =>
      valuesOf(text, { chain: [...owner, ...child.chain], range: child.range }, reading),
    ),
  ];
}

/** `checksum/pleo-secret`, as annotations have it; `SetCredentialEncrypted=pleo_token: …` of a unit of systemd. */
const OF_NO_SECRET =
  /(?:(?:checksum|digest|hash|sha\d{0,3}(?:sum)?|md5(?:sum)?|fingerprint)s?\/|CredentialEncrypted[ \t]?=[ \t]?)$/i;
const LONGEST_BEFORE = 24;

function valuesOf(text: string, name: Name, { names, kind }: Reading): readonly NamedValue[] {
  const role = names.roleOf(name.chain);
  const { range } = name;
  const before = text.slice(Math.max(0, range[0] - LONGEST_BEFORE), range[0]);
  if (role === undefined || OF_NO_SECRET.test(before)) return [];
  const values = [
    valueAfter(text, range[1], kind),
    spacedValue(text, range),
    valueOfEntry(text, range),
    valueOfElement(text, range),
    ...(kind === "source" ? [valueOfColumn(text, range), valueOfUpdate(text, range)] : []),
  ];
  return values.flatMap((value) => (value === undefined ? [] : [{ ...value, role }]));
}
