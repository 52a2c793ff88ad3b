import type { Carried } from "./trace/answer.ts";

/** How a key came here, for a message: the last variable, and where it all began. */
export function describeRoad({ source, via: [last] }: Pick<Carried, "source" | "via">): string {
  const from = `${source.text} on line ${String(source.node.loc.start.line)}`;
  return last === undefined || source.text === `\`${last}\``
    ? from
    : `\`${last}\`, which comes from ${from}`;
}
