import type { Plugin } from "rolldown";
import { parseSync } from "rolldown/utils";

/** Licences have to be passed on, and the bundler needs to be told what is pure. */
const KEPT = /@(?:license|preserve|cc_on|copyright)|[@#]__/i;

/**
 * Takes the documentation out of other people's code: it explains calls that nobody makes here, and can be read where
 * the package is. All other comments but licences and our own documentation go in every bundle anyway.
 */
export const dropDocComments: Plugin = {
  name: "drop-doc-comments",
  transform: {
    filter: { id: /[\\/]node_modules[\\/].*\.[cm]?js$/, code: "/**" },
    handler: (code, id) => ({ code: withoutDocComments(code, id), map: null }),
  },
};

export function withoutDocComments(code: string, id: string): string {
  const { comments, errors } = parseSync(id, code);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${id} cannot be read: ${error.message}`);
  let rest = "";
  let from = 0;
  for (const { type, value, start, end } of comments) {
    if (type !== "Block" || !value.startsWith("*") || KEPT.test(value)) continue;
    // A comment over several lines ends a line, which may end a statement.
    rest += code.slice(from, start) + (value.includes("\n") ? "\n" : " ");
    from = end;
  }
  return rest + code.slice(from);
}
