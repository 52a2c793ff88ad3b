import type { Frame } from "./tracing.ts";

const known = new WeakMap<Frame, Map<string, Frame>>();
const INDEX = /^\d{1,3}$/;

/** What `names.map((name) => …)` makes of one of the names, where it is known which; otherwise of all of them. */
export function elementFrame(frame: Frame | undefined, index = "*"): Frame | undefined {
  if (frame === undefined || !INDEX.test(index)) return frame;
  const list = frame.argument(0);
  // What was taken out of a list before moves the others.
  if (list?.node.type !== "Identifier" || list.path.at(-1) !== "*") return frame;
  const element = { ...list, path: [...list.path.slice(0, -1), index] };
  // So that asking twice about one element asks about the same frame.
  const others = known.get(frame) ?? new Map<string, Frame>();
  known.set(frame, others);
  const own = others.get(index) ?? {
    ...frame,
    argument: (place: number) => (place === 0 ? element : frame.argument(place)),
  };
  others.set(index, own);
  return own;
}
