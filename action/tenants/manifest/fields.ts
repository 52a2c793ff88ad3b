import type { Problems } from "./problems.ts";
import type { Entry, Tree } from "./tree.ts";

interface FieldsOptions {
  readonly known: readonly string[];
  /** Begins a sentence about all of it. */
  readonly what: string;
  readonly problems: Problems;
}

interface TextRule {
  readonly isGood: (text: string) => boolean;
  /** Completes "`name` …". */
  readonly must: string;
}

interface ListRule extends TextRule {
  readonly most: number;
}

/** A mapping whose names are known. Whatever is wrong with it becomes a problem, and reads as if it were not there. */
export class Fields {
  readonly at: number;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly problems: Problems;
  private readonly what: string;

  static of(tree: Tree | undefined, options: FieldsOptions): Fields | undefined {
    if (tree === undefined) return undefined;
    if (tree.kind === "map") return new Fields(tree.entries, tree.at, options);
    options.problems.add(tree.at, `${options.what} must be a mapping of names to values`);
    return undefined;
  }

  constructor(entries: readonly Entry[], at: number, { known, what, problems }: FieldsOptions) {
    this.at = at;
    this.what = what;
    this.problems = problems;
    const found = new Map<string, Entry>();
    for (const entry of entries) {
      if (!known.includes(entry.name)) problems.add(entry.at, describeUnknown(entry.name, known));
      else if (found.has(entry.name)) problems.add(entry.at, `\`${entry.name}\` stands here twice`);
      else found.set(entry.name, entry);
    }
    this.entries = found;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  treeOf(name: string): Tree | undefined {
    return this.entries.get(name)?.value;
  }

  /** Of the value; of the whole where there is none. */
  placeOf(name: string): number {
    return this.treeOf(name)?.at ?? this.at;
  }

  require(name: string): void {
    if (!this.has(name)) this.problems.add(this.at, `${this.what} must have \`${name}\``);
  }

  requireWith(name: string, other: string, without: string): void {
    const entry = this.entries.get(name);
    if (entry !== undefined && !this.has(other)) {
      this.problems.add(entry.at, `\`${name}\` ${without}`);
    }
  }

  text(name: string, rule: TextRule): string | undefined {
    const tree = this.treeOf(name);
    return tree && this.readText(tree, name, rule);
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const must = `must be one of ${values.map((value) => `\`${value}\``).join(", ")}`;
    const text = this.text(name, { isGood: (given) => values.some((it) => it === given), must });
    return values.find((value) => value === text);
  }

  textList(name: string, { most, ...rule }: ListRule): readonly string[] | undefined {
    const tree = this.treeOf(name);
    if (tree === undefined) return undefined;
    if (tree.kind !== "list") {
      this.problems.add(tree.at, `\`${name}\` ${rule.must}`);
      return undefined;
    }
    if (tree.items.length > most) {
      this.problems.add(tree.at, `\`${name}\` must not have more than ${most} entries`);
      return undefined;
    }
    return tree.items.flatMap((item) => this.readText(item, name, rule) ?? []);
  }

  private readText(tree: Tree, name: string, { isGood, must }: TextRule): string | undefined {
    if (tree.kind === "text" && isGood(tree.text)) return tree.text;
    this.problems.add(tree.at, `\`${name}\` ${describeBadText(tree, must)}`);
    return undefined;
  }
}

function describeBadText(tree: Tree, must: string): string {
  if (tree.kind !== "other") return must;
  // As YAML reads it, `0123` is the number 83 or 123, and what was written is gone.
  return tree.value === null
    ? "is empty; leave it out or give it a value"
    : `${must}; YAML reads this as another kind of value, so write it in quotes`;
}

const ANY_KEY: readonly string[] = ["apikey", "keyvalue", "value", "token", "previousapikey"];
const OF_INPUTS: readonly string[] = ["warnbeforedays", "failbeforedays", "maxlifetimedays"];

/** The name itself is not repeated: it may be anything. */
function describeUnknown(name: string, known: readonly string[]): string {
  const plain = plainName(name);
  if (ANY_KEY.includes(plain)) {
    return "this name is not known; a manifest never holds a key, and `key` says where it is kept";
  }
  if (OF_INPUTS.includes(plain)) {
    return "this is an input of the Action, which holds for all tenants, and stands in the workflow";
  }
  const meant = known.find((it) => isNear(plain, plainName(it)));
  return meant === undefined
    ? `this name is not known here; there are ${known.map((it) => `\`${it}\``).join(", ")}`
    : `this name is not known; \`${meant}\` may be meant`;
}

/** As people write it elsewhere: `companyId`, `company_id`. */
function plainName(name: string): string {
  return name.slice(0, 40).toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** One slip for a short name, two for a long one. */
function isNear(one: string, other: string): boolean {
  return distance(one, other) <= (other.length < 5 ? 1 : 2);
}

/** How many characters have to be put in, taken out or exchanged. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [column, wanted] of Array.from(other).entries()) {
      const replaced = (row[column] ?? 0) + (character === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? Infinity;
}
