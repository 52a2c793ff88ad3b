import type { Range } from "./finding.ts";
import type { WrittenValue } from "./value-syntax.ts";

const LONGEST_INSERT = 600;
const COLUMNS_BEFORE = /\binsert\s+into\s+[\w."`[\]]{1,80}\s*\(([^()]{0,300})$/i;
const COLUMNS_AFTER = /^[^()]{0,300}\)\s*values\s*\(/i;

/** The value in an `INSERT` that stands where the name stands among the columns. */
export function valueOfColumn(text: string, [start, end]: Range): WrittenValue | undefined {
  const columns = COLUMNS_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_INSERT), start))?.[1];
  if (columns === undefined) return undefined;
  const after = text.slice(end, end + LONGEST_INSERT);
  const values = COLUMNS_AFTER.exec(after)?.[0];
  if (values === undefined) return undefined;
  const place = columns.split(",").length - 1;
  const items = Array.from(after.slice(values.length).matchAll(/'([^']*)'|[^\s,()']+/g));
  const item = items[place];
  if (item?.[1] === undefined) return undefined;
  const from = end + values.length + item.index + 1;
  return { text: item[1], range: [from, from + item[1].length] };
}

const UPDATED = /\bset\s+\w{1,40}\s*=\s*'([^']{1,300})'\s+where\s[^;']{0,80}'$/i;

/** `SET value = '…' WHERE name = 'pleo_api_key'`. */
export function valueOfUpdate(text: string, [start]: Range): WrittenValue | undefined {
  const before = text.slice(Math.max(0, start - LONGEST_INSERT), start);
  const match = UPDATED.exec(before);
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const from = start - before.length + match.index + match[0].indexOf("'") + 1;
  return { text: value, range: [from, from + value.length] };
}
