import type { ESLint } from "eslint";
import { TextSource, wholeOf } from "./text-source.ts";

type Language = NonNullable<ESLint.Plugin["languages"]>[string];

/**
 * A language in which every file is good: what it holds is not read as anything but text. Written without ESLint's kit for
 * languages, which would be one more package to install.
 */
export function createTextLanguage(ruleNames: readonly string[]): Language {
  const ours: ReadonlySet<string> = new Set(ruleNames);
  return {
    fileType: "text",
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: "type",
    defaultLanguageOptions: { parserOptions: {} },
    // A project's options for scripts may reach its other files as well; here they mean nothing.
    validateLanguageOptions() {
      return undefined;
    },
    parse(file) {
      return { ok: true, ast: wholeOf(textOf(file)) };
    },
    createSourceCode(file) {
      return new TextSource({
        text: textOf(file),
        path: file.path,
        hasBOM: file.bom,
        isOurs: (name) => ours.has(name.slice(name.lastIndexOf("/") + 1)),
      }) as unknown as ReturnType<Language["createSourceCode"]>;
    },
  };
}

function textOf({ body }: Parameters<Language["parse"]>[0]): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
