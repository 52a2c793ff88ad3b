import { answerByName } from "../evidence/names.ts";
import {
  oldFieldNamesOf,
  oldFieldsOf,
  oldLineageOf,
  type OldClass,
} from "../syntax/old-classes.ts";
import { under, unite, UNKNOWN, type Answer } from "./answer.ts";
import type { Asked, Tracing } from "./tracing.ts";

/** Of one field; what is set in more places is generated. */
const MOST_VALUES = 16;

/** What a field of an instance holds that a function makes: `function Client(o) { this.key = o.pleoApiKey }`. */
export function traceOldInstance(tracing: Tracing, own: OldClass, asked: Asked): Answer {
  const { node, path, frame } = asked;
  const [name, ...rest] = path;
  if (name === undefined) return traceWhole(tracing, own, asked);
  const values = oldLineageOf(own).flatMap((each) => oldFieldsOf(tracing.sourceCode, each, name));
  const answers = values.slice(0, MOST_VALUES).map((field) =>
    tracing.trace({
      node: field.node.operator === "=" ? field.value : field.node,
      path: rest,
      frame,
    }),
  );
  const answer = answers.length === 0 ? UNKNOWN : unite(answers);
  if (answer.carried.length > 0 || answer.isKnown) return answer;
  return answerByName(tracing.names, { chain: [own.name, name], path: rest, node });
}

function traceWhole(tracing: Tracing, own: OldClass, asked: Asked): Answer {
  const names = oldLineageOf(own).flatMap((each) => oldFieldNamesOf(tracing.sourceCode, each));
  const answers = [...new Set(names)].map((name) =>
    under(name, traceOldInstance(tracing, own, { ...asked, path: [name] })),
  );
  return { ...unite([UNKNOWN, ...answers]), isKnown: false };
}
