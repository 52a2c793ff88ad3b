import type { TSESTree } from "@typescript-eslint/utils";
import type { Range } from "./public-names.ts";

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

const PLAIN_NAME = /^[A-Za-z_]\w*$/;

/** The edit that renames what is read or written here; `undefined` where it would change more than a name. */
export function renameIn(node: TSESTree.Node, privateName: string): Edit | undefined {
  if (!PLAIN_NAME.test(privateName)) return undefined;
  if (node.type === "Literal" && typeof node.value === "string") {
    const quote = node.raw.slice(0, 1);
    return { range: node.range, text: `${quote}${privateName}${quote}` };
  }
  if (node.type !== "Identifier") return undefined;
  const property = node.parent as TSESTree.Node | undefined;
  // What the brackets hold has its name somewhere else.
  if (property?.type === "MemberExpression" && property.computed) return undefined;
  if (property?.type !== "Property" || !property.shorthand) {
    return { range: node.range, text: privateName };
  }
  // The variable keeps its name. A shorthand in an object reads one that this knows nothing of.
  const [start] = node.range;
  return property.parent.type === "ObjectPattern"
    ? { range: [start, start], text: `${privateName}: ` }
    : undefined;
}

/** The only thing that is imported can be imported from the private counterpart of its module. */
export function importPrivately(
  specifier: TSESTree.ImportSpecifier,
  privateName: string,
): readonly Edit[] {
  const { source, specifiers } = specifier.parent as TSESTree.ImportDeclaration;
  const isAlone = specifiers.length === 1 && source.value === "$env/static/public";
  if (!isAlone || !PLAIN_NAME.test(privateName)) return [];
  const quote = source.raw.slice(0, 1);
  return [
    { range: specifier.range, text: `${privateName} as ${specifier.local.name}` },
    { range: source.range, text: `${quote}$env/static/private${quote}` },
  ];
}
