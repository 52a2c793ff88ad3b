import { answerByName } from "../evidence/names.ts";
import type { FunctionNode } from "../syntax/place.ts";
import {
  oldCallsOfBase,
  oldFieldNamesOf,
  oldFieldsOf,
  oldLineageOf,
  oldMethodOf,
  type OldClass,
} from "../syntax/old-classes.ts";
import { CLEAN, under, unite, UNKNOWN, type Answer } from "./answer.ts";
import { frameOfCall, isIn } from "./call-sites.ts";
import { SHOWS_ITSELF } from "./trace-class.ts";
import type { Asked, Frame, Tracing } from "./tracing.ts";

/** Of one field; what is set in more places is generated. */
const MOST_VALUES = 16;

/** What a field of an instance holds that a function makes: `function Client(o) { this.key = o.pleoApiKey }`. */
export function traceOldInstance(tracing: Tracing, own: OldClass, asked: Asked): Answer {
  const { node, path, frame } = asked;
  const [name, ...rest] = path;
  if (name === undefined) return traceWhole(tracing, own, asked);
  const lineage = oldLineageOf(own);
  const values = lineage.flatMap((each) => oldFieldsOf(tracing.sourceCode, each, name));
  const answers = values.slice(0, MOST_VALUES).flatMap((field) =>
    framesWithin(tracing, lineage, { fn: field.fn, frame }).map((each) =>
      tracing.trace({
        node: field.node.operator === "=" ? field.value : field.node,
        path: rest,
        frame: each,
      }),
    ),
  );
  const answer = answers.length === 0 ? UNKNOWN : unite(answers);
  if (answer.carried.length > 0 || answer.isKnown) return answer;
  return answerByName(tracing.names, { chain: [own.name, name], path: rest, node });
}

function traceWhole(tracing: Tracing, own: OldClass, asked: Asked): Answer {
  if (SHOWS_ITSELF.some((name) => oldMethodOf(own, name) !== undefined)) return CLEAN;
  const names = oldLineageOf(own).flatMap((each) => oldFieldNamesOf(tracing.sourceCode, each));
  const answers = [...new Set(names)].map((name) =>
    under(name, traceOldInstance(tracing, own, { ...asked, path: [name] })),
  );
  return { ...unite([UNKNOWN, ...answers]), isKnown: false };
}

/** The maker of a base as it runs for an instance of this one, and not of another child: `Base.call(this, options)`. */
function framesWithin(
  { sourceCode }: Tracing,
  lineage: readonly OldClass[],
  { fn, frame }: { readonly fn: FunctionNode; readonly frame: Frame | undefined },
): readonly (Frame | undefined)[] {
  const [own] = lineage;
  const isOfNew = own !== undefined && own.maker !== fn && isIn(own.maker, frame);
  if (!isOfNew) return [frame];
  let frames: readonly (Frame | undefined)[] = [frame];
  let below = own;
  for (const base of lineage.slice(1)) {
    const calls = oldCallsOfBase(sourceCode, below, base);
    if (calls.length === 0) break;
    frames = calls.flatMap((call) => frames.map((each) => frameOfCall(base.maker, call, each)));
    if (base.maker === fn) return frames;
    below = base;
  }
  return [frame];
}
