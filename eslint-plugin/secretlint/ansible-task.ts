/** A line that gives a key of a mapping in YAML. */
interface KeyLine {
  /** Where the line begins. */
  readonly indent: number;
  /** Where the key begins: further in, as the first of an entry of a list. */
  readonly column: number;
  readonly key: string;
  readonly value: string;
}

/** How far from a task may be what belongs to it, or to what it is in. */
const FAR = 2000;
const KEY_LINE = /^([ \t]*)((?:- +)*)["']?([\w.]+)["']?:(?:[ \t]+(.*))?$/;
const YES = /^["']?(?:true|yes|on|y|t|1|1\.0)["']?[ \t]*(?:#.*)?$/i;

/** Is Ansible told to show nothing of the task that has a key in the line at this place? The nearest that says so counts. */
export function isHidden(text: string, start: number): boolean {
  if (!text.includes("no_log")) return false;
  const [own, ...below] = keyLinesIn(text.slice(start, start + FAR));
  let above = keyLinesIn(text.slice(Math.max(0, start - FAR), start)).reverse();
  // The task, then the block or the play that it is in.
  for (let line = own; line !== undefined;) {
    const mapping = mappingOf(line, above);
    const entries = [...mapping.entries, ...entriesBelow(line.column, below)];
    const setting = entries.find(({ key }) => key === "no_log");
    if (setting !== undefined) return YES.test(setting.value);
    const parent = mapping.above.findIndex(({ column }) => column <= mapping.furthestParent);
    line = mapping.above[parent];
    above = mapping.above.slice(parent + 1);
  }
  return false;
}

interface Mapping {
  /** From the line that it is told from upwards, without that. */
  readonly entries: readonly KeyLine[];
  readonly above: readonly KeyLine[];
  /** How far to the right the key that it is the value of may stand; a dash needs not be further in than that. */
  readonly furthestParent: number;
}

function mappingOf(line: KeyLine, above: readonly KeyLine[]): Mapping {
  const entries: KeyLine[] = [];
  let first = line;
  let seen = 0;
  for (const next of isEntryOfList(line) ? [] : above) {
    if (next.column < line.column) break;
    seen++;
    if (next.column > line.column) continue;
    entries.push(next);
    first = next;
    if (isEntryOfList(next)) break;
  }
  return {
    entries,
    above: above.slice(seen),
    furthestParent: isEntryOfList(first) ? first.indent : first.column - 1,
  };
}

function entriesBelow(column: number, below: readonly KeyLine[]): readonly KeyLine[] {
  const end = below.findIndex(({ indent }) => indent < column);
  return below.slice(0, end < 0 ? undefined : end).filter((line) => line.column === column);
}

function isEntryOfList({ indent, column }: KeyLine): boolean {
  return indent < column;
}

function keyLinesIn(text: string): KeyLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, indent = "", dashes = "", key, value = ""] = KEY_LINE.exec(line) ?? [];
    if (key === undefined) return [];
    return [{ indent: indent.length, column: indent.length + dashes.length, key, value }];
  });
}
