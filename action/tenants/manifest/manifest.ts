import { findKeys } from "../../../src/key/find-keys.ts";
import type { KeySource, Tenant } from "../../../src/tenancy/tenant.ts";
import {
  readDefaults,
  readTenant,
  type Defaults,
  type ExpiryLimits,
  type ReadTenant,
} from "./entries.ts";
import { Fields } from "./fields.ts";
import { readJsonTree } from "./json.ts";
import { Problems, type ManifestProblem } from "./problems.ts";
import { Positions, type Tree } from "./tree.ts";
import { readYamlManifest } from "./yaml.ts";

/** Every tenant, or everything that is wrong: half a fleet is none. */
export type ReadManifest =
  | { readonly kind: "read"; readonly tenants: readonly Tenant[] }
  | { readonly kind: "refused"; readonly problems: readonly ManifestProblem[] };

/** Never throws, and repeats nothing of the text. */
export function readManifest(text: string, limits: ExpiryLimits): ReadManifest {
  const reading = new ManifestReading(text.startsWith("\uFEFF") ? text.slice(1) : text, limits);
  return reading.read();
}

const KEY_WRITTEN =
  "a Pleo key is written here; take it out, revoke it, and write down where the new one is kept instead";

const ROOT_NAMES = ["version", "defaults", "tenants", "$schema"] as const;

class ManifestReading {
  private readonly text: string;
  private readonly limits: ExpiryLimits;
  private readonly positions: Positions;
  private readonly problems: Problems;
  private readonly ids = new Map<string, number>();
  private readonly sources = new Map<string, number>();

  constructor(text: string, limits: ExpiryLimits) {
    this.text = text;
    this.limits = limits;
    this.positions = new Positions(text);
    this.problems = new Problems(this.positions);
  }

  read(): ReadManifest {
    for (const { start } of findKeys(this.text)) this.problems.add(start, KEY_WRITTEN);
    const { roots, tenants: listed } = this.parse();
    for (const root of roots) this.refuseKeysIn(root);
    const { defaults, tenants: trees } = this.readRoot(roots, listed);
    const tenants: Tenant[] = [];
    for (const tree of trees) {
      this.refuseKeysIn(tree);
      const { problems, limits } = this;
      const read = readTenant(tree, { defaults, limits, problems });
      if (read === undefined) continue;
      this.refuseDuplicates(read);
      tenants.push({ ...read.tenant, line: this.positions.at(read.at).line });
    }
    const problems = this.problems.list();
    return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", tenants };
  }

  private parse(): ReturnType<typeof readYamlManifest> {
    const json = this.text.trimStart().startsWith("{") ? readJsonTree(this.text) : undefined;
    return json === undefined
      ? readYamlManifest(this.text, this.problems)
      : { roots: [json], tenants: undefined };
  }

  private readRoot(
    roots: readonly Tree[],
    listed: Iterable<Tree> | undefined,
  ): { readonly defaults: Defaults; readonly tenants: Iterable<Tree> } {
    const { problems } = this;
    // What is missing may stand in the part that could not be read.
    const isWhole = problems.count === 0;
    const options = { known: ROOT_NAMES, what: "a manifest", problems };
    const parts = roots.map((root) => (root.kind === "map" ? root.entries : undefined));
    if (parts.includes(undefined)) {
      problems.add(0, "a manifest must be a mapping with `version` and `tenants`");
      return { defaults: readDefaults(undefined, problems), tenants: [] };
    }
    const fields = new Fields(
      parts.flatMap((entries) => entries ?? []),
      0,
      options,
    );
    if (isWhole) for (const name of ["version", "tenants"]) fields.require(name);
    this.checkVersion(fields.treeOf("version"));
    return {
      defaults: readDefaults(fields.treeOf("defaults"), problems),
      tenants: listed ?? this.listOf(fields.treeOf("tenants")),
    };
  }

  private checkVersion(version: Tree | undefined): void {
    if (version === undefined || (version.kind === "other" && version.value === 1)) return;
    this.problems.add(version.at, "`version` must be 1");
  }

  private listOf(tenants: Tree | undefined): readonly Tree[] {
    if (tenants === undefined) return [];
    if (tenants.kind === "list") return tenants.items;
    this.problems.add(tenants.at, "`tenants` must be a list");
    return [];
  }

  /** What is spelled in the manifest's own way, as `\x70` in quotes, or over several lines. */
  private refuseKeysIn(tree: Tree): void {
    switch (tree.kind) {
      case "map":
        for (const { name, at, value } of tree.entries) {
          this.refuseKeysInText(name, at);
          this.refuseKeysIn(value);
        }
        break;
      case "list":
        for (const item of tree.items) this.refuseKeysIn(item);
        break;
      case "text":
        this.refuseKeysInText(tree.text, tree.at);
        break;
      case "other":
    }
  }

  private refuseKeysInText(text: string, at: number): void {
    // As it stands there, with or without a quote before it, it has been looked at.
    if (this.text.startsWith(text, at) || this.text.startsWith(text, at + 1)) return;
    if (findKeys(text).length > 0) this.problems.add(at, KEY_WRITTEN);
  }

  private refuseDuplicates({ tenant, places }: ReadTenant): void {
    const { id, key, previousKey } = tenant;
    this.refuseKnown(this.ids, id.toLowerCase(), {
      at: places.id,
      message: "`id` is the same, but for upper and lower case, as that of the tenant",
    });
    const source = nameOf(key);
    this.refuseKnown(this.sources, source, {
      at: places.key,
      message: "`key` is kept where the key is of the tenant",
    });
    if (previousKey === undefined) return;
    if (nameOf(previousKey) === source) {
      this.problems.add(places.previousKey, "`previous-key` is kept where `key` is");
    }
  }

  private refuseKnown(
    known: Map<string, number>,
    name: string,
    { at, message }: { readonly at: number; readonly message: string },
  ): void {
    const first = known.get(name);
    if (first === undefined) known.set(name, at);
    else this.problems.add(at, `${message} of line ${this.positions.at(first).line}`);
  }
}

/** Two that are written differently may be one place. */
function nameOf(source: KeySource): string {
  if (source.kind !== "file") return `${source.kind} ${source.name}`;
  const path = source.path.split(/[/\\]+/).filter((part) => part !== ".");
  return JSON.stringify([path.join("/"), source.name ?? ""]);
}
