import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findKeys } from "../../src/key/find-keys.ts";
import { KEY_LENGTH } from "../../src/key/shape.ts";
import type { KeySpelling } from "../../src/key/spelling.ts";
import { createRule } from "../create-rule.ts";
import { isBegunKey, keysBegunBy } from "../flow/trace/begun-keys.ts";
import { findComposedKeys } from "../flow/trace/composed-keys.ts";
import type { LocatedKey } from "../flow/trace/composed-keys.ts";
import { mayHideKey } from "../flow/evidence/disguise.ts";
import { isReadable, joinOf, readLiteralText } from "../flow/syntax/literal-text.ts";
import { signsOf } from "../flow/evidence/text-signs.ts";
import { atFirstNode, isScript, locationOf } from "../language/any-language.ts";
import { tell } from "../tell.ts";

const WHAT: Readonly<Record<KeySpelling["kind"], string>> = {
  plain: "A Pleo API key",
  base64: "A Pleo API key in base64",
  percent: "A percent-encoded Pleo API key",
  "utf-16": "A Pleo API key in UTF-16",
};

/** Says nothing of the key, not even its end: what a linter prints is kept in logs and reports. */
const WHAT_TO_DO =
  "so everyone who can read this file or its history can use it. Delete the key in Pleo under Settings > API Keys, because the history keeps it whatever happens to this line; then create a new one and read that from the environment.";

/** Files that are made to hold keys on one machine, and of which the name does not tell whether git knows them. */
const OF_ONE_MACHINE = /(?:^|[/\\])(?:\.env(?:\.[^/\\]*)?|[^/\\]*\.env|\.envrc|\.dev\.vars)$/;

type MessageId = "written" | "stored" | "escaped" | "composed";

export const noHardcodedKey = createRule({
  name: "no-hardcoded-key",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Pleo API keys in source text, in any spelling and in pieces",
      recommended: true,
    },
    // Of a file that is no script it needs nothing but the text.
    languages: ["*"],
    schema: [],
    messages: {
      written: `{{what}} is written here, ${WHAT_TO_DO}`,
      stored:
        "{{what}} is written here. If git knows this file, everyone who can read the repository or its history can use the key: delete it in Pleo under Settings > API Keys, then create a new one. If not, list the file in .gitignore, and let the linter ignore what git ignores.",
      escaped: `{{what}} is written here with escapes, ${WHAT_TO_DO}`,
      composed: `{{what}} is put together here from pieces, ${WHAT_TO_DO}`,
    },
  },
  create(context) {
    const { sourceCode } = context;
    const isCode = isScript(sourceCode, context.filename);
    const signs = signsOf(sourceCode);
    const mayDisguise = isCode && signs.mayDisguiseKey;
    // One search finds whatever stands in the source as it is: in literals, comments, names, patterns, markup.
    const written = signs.mayHoldKey ? findKeys(sourceCode.text) : [];
    const alreadyRead = new Set<TSESTree.Node>();
    const begun: TSESTree.StringLiteral[] = [];

    const reported: LocatedKey[] = [];

    function report(messageId: MessageId, { key, spelling, range }: LocatedKey): void {
      // A disguised key may be one that also stands there as it is, perhaps with less of its end.
      const isKnown = reported.some(
        (known) => isWithin(known.range, range) && key.startsWith(known.key),
      );
      if (isKnown) return;
      reported.push({ key, spelling, range });
      const loc = locationOf(sourceCode, range);
      tell(context, { loc, messageId, data: { what: WHAT[spelling.kind] } });
    }

    function reportWritten(messageId: MessageId): void {
      for (const { key, spelling, start, end } of written) {
        report(messageId, { key, spelling, range: [start, end] });
      }
    }

    function readEscaped(literal: TSESTree.Node, source: string, text: string): void {
      if (text.length < KEY_LENGTH.min || !mayHideKey(source)) return;
      for (const { key, spelling } of findKeys(text)) {
        report("escaped", { key, spelling, range: literal.range });
      }
    }

    function readComposed(expression: TSESTree.Node): void {
      // The outermost expression comes first, and has then been read with all that is in it.
      if (alreadyRead.has(expression)) return;
      const text = readLiteralText(expression);
      for (const inner of text.read) alreadyRead.add(inner);
      for (const found of findComposedKeys(text)) report("composed", found);
    }

    if (!isCode) {
      const messageId = OF_ONE_MACHINE.test(context.filename) ? "stored" : "written";
      return written.length === 0
        ? {}
        : atFirstNode(() => {
            reportWritten(messageId);
          });
    }
    const asWritten: TSESLint.RuleListener = {
      Program() {
        reportWritten("written");
      },
    };
    if (!mayDisguise) return written.length === 0 ? {} : asWritten;
    return {
      ...asWritten,
      Literal(node) {
        if (typeof node.value !== "string") return;
        readEscaped(node, node.raw, node.value);
        if (isBegunKey(node)) begun.push(node);
      },
      "Program:exit"() {
        for (const literal of begun) {
          for (const found of keysBegunBy(sourceCode, literal)) report("composed", found);
        }
      },
      JSXText(node) {
        readEscaped(node, node.raw, node.value);
      },
      TemplateElement(node) {
        readEscaped(node.parent, node.value.raw, node.value.cooked ?? "");
      },
      TemplateLiteral(node) {
        if (node.expressions.some(isReadable)) readComposed(node);
      },
      BinaryExpression(node) {
        if (node.operator === "+" && isReadable(node.left) && isReadable(node.right)) {
          readComposed(node);
        }
      },
      // Lists are rare, and calls are everywhere.
      ArrayExpression(node) {
        const call = joinOf(node);
        if (call !== undefined) readComposed(call);
      },
    };
  },
});

function isWithin([from, to]: TSESTree.Range, [start, end]: TSESTree.Range): boolean {
  return start <= from && to <= end;
}
