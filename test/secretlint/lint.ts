import { lintSource } from "@secretlint/core";
import type { SecretLintCoreResultMessage } from "@secretlint/types";
import { creator as comments } from "@secretlint/secretlint-rule-filter-comments";
import { creator } from "../../eslint-plugin/secretlint/index.ts";

export const RULE_ID = "eslint-plugin-pleo/secretlint";

/** A file, and how the project has set the rule. */
export interface Linted {
  readonly path: string;
  readonly text: string;
  readonly options?: object;
  readonly allowMessageIds?: readonly string[];
  readonly locale?: string;
  readonly masks?: boolean;
  readonly withComments?: boolean;
}

/** What secretlint's own engine makes of a file. */
export async function lint(linted: Linted): Promise<readonly SecretLintCoreResultMessage[]> {
  const { path, text, options, allowMessageIds = [], withComments = false } = linted;
  const rule = {
    id: RULE_ID,
    rule: creator,
    allowMessageIds: [...allowMessageIds],
    ...(options === undefined ? {} : { options }),
  };
  const filter = { id: comments.meta.id, rule: comments };
  const { messages } = await lintSource({
    source: { filePath: path, content: text, ext: "", contentType: "text" },
    options: {
      locale: linted.locale ?? "en",
      maskSecrets: linted.masks ?? true,
      config: { rules: withComments ? [filter, rule] : [rule] },
    },
  });
  return messages;
}

/** The ids of what was found, each once, sorted. */
export async function idsOf(linted: Linted): Promise<readonly string[]> {
  const messages = await lint(linted);
  return [...new Set(messages.map(({ messageId }) => messageId))].sort();
}
