import { createSecretFinder } from "./find-secrets.ts";
import type { SecretFinder } from "./find-secrets.ts";
import type { MessageId, Range } from "./finding.ts";
import { messages } from "./messages.ts";
import type { MessageProps } from "./messages.ts";
import { readOptions } from "./options.ts";
import type { Options } from "./options.ts";

export { messages };

/** Secretlint compares it with the name in the project's configuration, so it must be what stands there. */
const ID = "eslint-plugin-pleo/secretlint";
const PAGE =
  "https://github.com/pleo-key-guard/pleo-key-guard/blob/main/eslint-plugin/docs/secretlint.md";

interface Translation {
  readonly message: string;
  readonly messageId: string;
  readonly data: MessageProps | undefined;
}

/** What the rule asks of secretlint; spelt out, so that whoever installs the package needs none of its packages. */
interface Context {
  createTranslator(
    dictionary: typeof messages,
  ): (messageId: MessageId, props?: MessageProps) => Translation;
  report(descriptor: { readonly message: Translation; readonly range: Range }): void;
}

interface Source {
  readonly content: string;
  readonly filePath: string | undefined;
}

interface Rule {
  readonly messages: typeof messages;
  readonly meta: {
    id: string;
    type: "scanner";
    recommended: boolean;
    docs: { url: string };
    supportedContentTypes: ["all"];
  };
  create(context: Context, options?: Options): { file(source: Source): void };
}

/** Secretlint creates the rule anew for each file, from the same options. */
const finders = new WeakMap<object, SecretFinder>();
const DEFAULTS = {};

function finderFor(options: Options | undefined): SecretFinder {
  const isSet = typeof options === "object" && Object.keys(options).length > 0;
  const given: object = isSet ? options : DEFAULTS;
  let finder = finders.get(given);
  if (finder === undefined) {
    finder = createSecretFinder(readOptions(options));
    finders.set(given, finder);
  }
  return finder;
}

export const creator: Rule = {
  messages,
  meta: {
    id: ID,
    type: "scanner",
    recommended: true,
    docs: { url: PAGE },
    // A file in UTF-16 is taken for a binary one.
    supportedContentTypes: ["all"],
  },
  create(context, options) {
    const findSecrets = finderFor(options);
    const translate = context.createTranslator(messages);
    return {
      file({ content, filePath = "" }) {
        for (const { messageId, range, secret } of findSecrets({ text: content, path: filePath })) {
          const message =
            secret === undefined
              ? translate(messageId)
              : translate(messageId, { SECRET: secret.value });
          context.report({ message, range });
        }
      },
    };
  },
};
