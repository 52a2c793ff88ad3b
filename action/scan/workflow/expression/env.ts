import { NOTHING, union, type Carried } from "./carry.ts";

type Variables = ReadonlyMap<string, Carried>;

interface Layer {
  readonly own: Variables;
  readonly inLowerCase: Variables;
  readonly outer: Layer | undefined;
}

/** Variables that hold something that is looked for, over those of the surroundings. Never changes. */
export class Env {
  static readonly EMPTY = new Env(undefined, NOTHING);

  /** What all of them hold. */
  readonly all: Carried;
  private readonly layer: Layer | undefined;

  private constructor(layer: Layer | undefined, all: Carried) {
    this.layer = layer;
    this.all = all;
  }

  /** The same with these besides. What holds nothing hides what is outside. */
  with(variables: Variables): Env {
    const own = new Map(
      [...variables].filter(([name, { size }]) => size > 0 || this.get(name).size > 0),
    );
    if (own.size === 0) return this;
    const inLowerCase = new Map([...own].map(([name, carried]) => [name.toLowerCase(), carried]));
    const layer = { own, inLowerCase, outer: this.layer };
    const hides = [...own.values()].some(({ size }) => size === 0);
    return new Env(layer, hides ? visibleIn(layer) : union([this.all, ...own.values()]));
  }

  get(name: string): Carried {
    return find(this.layer, ({ own }) => own.get(name));
  }

  getInAnyCase(name: string): Carried {
    const wanted = name.toLowerCase();
    return find(this.layer, ({ inLowerCase }) => inLowerCase.get(wanted));
  }
}

function find(start: Layer | undefined, look: (layer: Layer) => Carried | undefined): Carried {
  for (let layer = start; layer !== undefined; layer = layer.outer) {
    const carried = look(layer);
    if (carried !== undefined) return carried;
  }
  return NOTHING;
}

function visibleIn(start: Layer): Carried {
  const seen = new Map<string, Carried>();
  for (let layer: Layer | undefined = start; layer !== undefined; layer = layer.outer) {
    for (const [name, carried] of layer.own) if (!seen.has(name)) seen.set(name, carried);
  }
  return union([...seen.values()]);
}
