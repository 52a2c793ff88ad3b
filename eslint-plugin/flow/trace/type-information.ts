import type {
  ParserServicesWithTypeInformation,
  TSESLint,
  TSESTree,
} from "@typescript-eslint/utils";
import { findKeys } from "../../../src/key/find-keys.ts";
import { CLEAN, fromSource, UNKNOWN, type Answer } from "./answer.ts";
import { answerByName, type Names } from "../evidence/names.ts";

/** A declaration that may have been given a value. */
interface Declared {
  readonly initializer?: { getText(): string };
}

interface Typed {
  readonly node: TSESTree.Identifier | TSESTree.MemberExpression;
  readonly services: ParserServicesWithTypeInformation;
}

/** What the compiler knows of a name that comes from another file. */
export interface TypeInformation {
  answer(node: TSESTree.Identifier | TSESTree.MemberExpression): Answer;
}

/** Only where the parser was given a project; without one there are no types, which is nothing unusual. */
export function typeInformationOf(
  { parserServices }: TSESLint.SourceCode,
  names: Names,
): TypeInformation | undefined {
  if (!parserServices?.program) return undefined;
  const services = parserServices as ParserServicesWithTypeInformation;
  return {
    answer: (node) => {
      try {
        return answerByCompiler(names, { node, services });
      } catch {
        // A process that takes every file for read once knows one file alone the second time,
        // and the compiler then throws over what that file imports. The other rules' findings matter more.
        return UNKNOWN;
      }
    },
  };
}

function answerByCompiler(names: Names, typed: Typed): Answer {
  const { node, services } = typed;
  const type = services.getTypeAtLocation(node);
  if (type.isStringLiteral()) {
    return findKeys(type.value).length === 0
      ? CLEAN
      : fromSource({ text: "a literal of another file", node });
  }
  const branded = answerByBrand(names, { brand: type.aliasSymbol?.name ?? "", node });
  return branded.carried.length > 0 ? branded : answerByInitialiser(names, typed);
}

interface Branded {
  readonly brand: string;
  readonly node: TSESTree.Node;
}

/** A type of its own for keys, `PleoApiKey` say, goes with the value wherever it goes. */
function answerByBrand(names: Names, { brand, node }: Branded): Answer {
  const answer = answerByName(names, { chain: [brand], path: [], node });
  return answer.carried.length === 0
    ? UNKNOWN
    : fromSource({ text: `a value of the type \`${brand}\``, node });
}

/** `process.env.PLEO_API_KEY` with what people put around it. */
const ENVIRONMENT =
  /^\(*(?:process|Bun|import\.meta)\.env(?:\.([A-Za-z_]\w*)|\[["']([A-Za-z_]\w*)["']\])!?(?:\s*(?:\?\?|\|\||as\b).*)?$/s;
/** The compiler's mark of a name that stands for one of another file. */
const ALIAS = 2_097_152;

/** What the value was given where it was declared, in whatever file. */
function answerByInitialiser(names: Names, { node, services }: Typed): Answer {
  const checker = services.program.getTypeChecker();
  const name = node.type === "MemberExpression" ? node.property : node;
  const symbol = services.getSymbolAtLocation(name);
  if (symbol === undefined) return UNKNOWN;
  const original = (symbol.flags & ALIAS) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declared = original.declarations?.[0] as Declared | undefined;
  const [, byName, byText] = ENVIRONMENT.exec(declared?.initializer?.getText() ?? "") ?? [];
  const variable = byName ?? byText;
  if (variable === undefined) return UNKNOWN;
  const answer = answerByName(names, { chain: [variable], path: [], node });
  return answer.carried.length === 0
    ? answer
    : fromSource({ text: `\`${variable}\` of the environment, by way of another file`, node });
}
