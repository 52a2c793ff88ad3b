import { wordsOf } from "../flow/evidence/key-names.ts";
import type { Range } from "./finding.ts";
import type { Role, SecretNames } from "./secret-names.ts";

/** A value in a table, and what another field of its row, or the head of its column, says of it. */
interface TableValue {
  readonly text: string;
  readonly range: Range;
  readonly role: Role;
}

interface Reading {
  readonly names: SecretNames;
  readonly isSecret: (value: string) => boolean;
}

interface Field {
  readonly text: string;
  readonly start: number;
}

type Row = readonly Field[];

/** `NAME,value`, as password managers and CI tools write down what they keep. */
export function findTableValues(text: string, { names, isSecret }: Reading): readonly TableValue[] {
  const [first = [], ...rest] = rowsOf(text);
  const roleOf = (field: Field | undefined): Role | undefined =>
    field === undefined || field.text.includes("://") ? undefined : names.roleOf([field.text]);
  const isHead =
    !first.some((field) => isSecret(field.text)) &&
    first.some((field) => roleOf(field) === undefined && isTitle(field));
  const head = isHead ? first : undefined;
  return (isHead ? rest : [first, ...rest]).flatMap((row) => {
    const at = row.findIndex((field) => roleOf(field) !== undefined);
    const inRow = at < 0 ? undefined : roleOf(row[at]);
    return row.flatMap((field, column): readonly TableValue[] => {
      const isOfName =
        column !== at && (head === undefined ? column === at + 1 : isValueTitle(head[column]));
      const role = (isOfName ? inRow : undefined) ?? roleOf(head?.[column]);
      if (role === undefined) return [];
      const { text: value, start } = field;
      return [{ text: value, range: [start, start + value.length], role }];
    });
  });
}

const VALUES: ReadonlySet<string> = new Set(
  "value val password passwd pass secret token key credential credentials content data default".split(
    " ",
  ),
);
const TITLES: ReadonlySet<string> = new Set([
  ...VALUES,
  ...(
    "name title variable account entry item id url uri username user email notes note type kind scope environment " +
    "folder group tenant company customer provider"
  ).split(" "),
]);

/** The head of a column of secrets: `password`, `login_password`, `Secret value`. */
function isValueTitle(field: Field | undefined): boolean {
  return VALUES.has(wordsOf(field?.text ?? "").at(-1) ?? "");
}

/** The head of some column. `APP_NAME` is rather a variable, in a table without a head. */
function isTitle({ text }: Field): boolean {
  const words = wordsOf(text);
  const isVariable = words.length > 1 && text === text.toUpperCase();
  return words.length <= 3 && !isVariable && TITLES.has(words.at(-1) ?? "");
}

const LONGEST_FIELD = 2000;
const END = "[ \\t]*(?:(?<separator>SEPARATOR)|(?<lineBreak>\\r?\\n)|$)";
const FIELD = `[ ]*(?:"(?<quoted>(?:[^"]|""){0,${LONGEST_FIELD}})"|(?<bare>[^"\\r\\nSEPARATOR]{0,${LONGEST_FIELD}}))${END}`;
const FIELDS: readonly (readonly [separator: string, field: RegExp])[] = [",", ";", "\t"].map(
  (separator) => [separator, new RegExp(FIELD.replaceAll("SEPARATOR", separator), "dy")],
);

function* rowsOf(text: string): Generator<Row> {
  const firstLine = text.slice(0, LONGEST_FIELD).split("\n", 1)[0] ?? "";
  const field = FIELDS.find(([separator]) => firstLine.includes(separator))?.[1];
  if (field === undefined) return;
  let row: Field[] = [];
  field.lastIndex = 0;
  for (let from = 0; from < text.length; from = field.lastIndex) {
    field.lastIndex = from;
    const { groups = {}, indices } = field.exec(text) ?? {};
    const place = indices?.groups?.["quoted"] ?? indices?.groups?.["bare"];
    if (place === undefined) {
      // No table has this, so it is left out up to the next line.
      const end = text.indexOf("\n", from);
      field.lastIndex = end < 0 ? text.length : end + 1;
    } else {
      row.push({ text: text.slice(...place).trimEnd(), start: place[0] });
    }
    if (place === undefined || groups["separator"] === undefined) {
      yield row;
      row = [];
    }
  }
  if (row.length > 0) yield row;
}
