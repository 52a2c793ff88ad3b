import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { PublicKeyName } from "./public-names.ts";
import type { Edit } from "./rename.ts";
import { tell } from "../tell.ts";

const CONSEQUENCE =
  "into the code that users get, and everyone can take the Pleo API key from there.";
const IF_TOO_LATE =
  "If this was ever published, delete the key in Pleo under Settings > API Keys and create a new one.";

export const messages = {
  publicName: `The name \`{{name}}\` begins with \`{{prefix}}\`, so {{tool}} writes its value ${CONSEQUENCE} Call it \`{{privateName}}\` and read it on a server only. ${IF_TOO_LATE}`,
  inlined: `{{place}} puts {{what}} ${CONSEQUENCE} Take it out, and read it from the environment on a server only. ${IF_TOO_LATE}`,
  prefix: `The prefix \`{{prefix}}\` makes \`PLEO_API_KEY\` and every other variable that begins with it public: the bundler writes them ${CONSEQUENCE} Choose a prefix that no key begins with. ${IF_TOO_LATE}`,
  rename: "Call it `{{privateName}}`, which must then be read on a server.",
} as const;

export type MessageId = keyof typeof messages;
export type Context = Readonly<TSESLint.RuleContext<MessageId, readonly unknown[]>>;
type Where = { readonly node: TSESTree.Node } | { readonly loc: TSESTree.SourceLocation };

/** Here a key is handed to users, under whatever name. */
export function reportInlined(
  context: Context,
  where: Where,
  { place, what }: { readonly place: string; readonly what: string },
): void {
  tell(context, { ...where, messageId: "inlined", data: { place, what } });
}

/** Here a key has a name that hands it to users. */
export function reportName(
  context: Context,
  where: Where,
  { cause, edits }: { readonly cause: PublicKeyName; readonly edits: readonly Edit[] },
): void {
  const data = { ...cause };
  const rename: TSESLint.SuggestionReportDescriptor<MessageId> = {
    messageId: "rename",
    data,
    fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text)),
  };
  const suggest = edits.length === 0 ? [] : [rename];
  tell(context, { ...where, messageId: "publicName", data, suggest });
}
