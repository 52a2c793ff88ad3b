import type { TSESTree } from "@typescript-eslint/utils";
import { constructionsOf } from "../syntax/constructions.ts";
import { descendantsOf, lineageOf } from "../syntax/inheritance.ts";
import { constructorOf } from "../syntax/inherited-fields.ts";
import { callsOfSuper } from "../syntax/members-of-this.ts";
import type { ClassNode, FunctionNode } from "../syntax/place.ts";
import { frameFor, isIn } from "./call-sites.ts";
import type { Frame, Tracing } from "./tracing.ts";

type Frames = readonly (Frame | undefined)[];

/** One class is made in fewer places than these, or everywhere. */
const MOST_PLACES = 16;

/**
 * A class as its constructor runs where instances of a child are made: `super(…)` and, of a child without a constructor,
 * `new Child(…)`. What other children hand up is none of this one's.
 */
export function constructorFrames(
  tracing: Tracing,
  { from, owner, frame }: { from: ClassNode; owner: ClassNode; frame: Frame | undefined },
): Frames {
  const wanted = constructorOf(owner);
  if (wanted === undefined || isIn(wanted, frame)) return [frame];
  if (from === owner) {
    const isAlone = descendantsOf(tracing.sourceCode, owner).length === 0;
    return isAlone ? [frame] : framesOfNew(tracing, owner, { fn: wanted, frame });
  }
  const lineage = lineageOf(tracing.sourceCode, from);
  let frames: Frames | undefined;
  let below: ClassNode | undefined;
  for (const each of lineage.slice(0, lineage.indexOf(owner) + 1)) {
    const fn = constructorOf(each);
    if (fn === undefined) continue;
    if (below !== undefined) frames = handedUp(tracing, { fn, below, frames: frames ?? [frame] });
    else if (each !== from && !isIn(fn, frame)) frames = framesOfNew(tracing, from, { fn, frame });
    below = each;
  }
  return frames ?? [frame];
}

function handedUp(
  { sourceCode }: Tracing,
  { fn, below, frames }: { fn: FunctionNode; below: ClassNode; frames: Frames },
): Frames {
  const calls = callsOfSuper(sourceCode, below.body);
  return calls.flatMap((call) => frames.map((outer) => frameFor(fn, call, outer)));
}

function framesOfNew(
  { sourceCode }: Tracing,
  from: ClassNode,
  { fn, frame }: { fn: FunctionNode; frame: Frame | undefined },
): Frames {
  const calls = constructionsOf(sourceCode, from).slice(0, MOST_PLACES);
  return calls.length === 0
    ? [nobodysFrame(from, fn)]
    : calls.map((call) => frameFor(fn, call, frame === undefined ? undefined : frame.outer));
}

const nobodys = new WeakMap<TSESTree.Node, Frame>();

/** Of a class that this file makes nothing of, nobody knows what it is given. */
function nobodysFrame(owner: ClassNode, fn: FunctionNode): Frame {
  let frame = nobodys.get(owner);
  if (frame === undefined) {
    const argument: Frame["argument"] = () => ({ node: owner.body, path: [], frame: undefined });
    frame = { fn, call: owner, outer: undefined, argument };
    nobodys.set(owner, frame);
  }
  return frame;
}
