import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { exampleKey } from "../../test/support/keys.ts";

/** A file of the app that the linter is shown. */
export interface ExampleFile {
  /** From the app's folder on. */
  readonly path: string;
  /** With a key made for this run wherever the file says `{{key}}`, so that no file holds one. */
  readonly text: string;
  /** Of the rules for ESLint. */
  readonly expected: readonly Place[];
  /** Of secretlint's messages. */
  readonly secrets: readonly Place[];
}

/** A rule or a message, and a line that it speaks of. */
export interface Place {
  readonly rule: string;
  readonly line: number;
}

/** A comment that names the rules which have something against the next line, and secretlint's messages in capitals. */
const MARK = /(?:\/\/|#) expect: ([\w-]+(?:, [\w-]+)*)$/;
const MESSAGE = /^[A-Z_]+$/;

export function readApp(folder: string): readonly ExampleFile[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return files.toSorted().map((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    const places = marksIn(text);
    return {
      path: file.replaceAll("\\", "/"),
      text: text.replaceAll("{{key}}", () => exampleKey()),
      expected: places.filter(({ rule }) => !MESSAGE.test(rule)),
      secrets: places.filter(({ rule }) => MESSAGE.test(rule)),
    };
  });
}

function marksIn(text: string): readonly Place[] {
  return text.split("\n").flatMap((comment, index) => {
    const names = MARK.exec(comment)?.[1]?.split(", ") ?? [];
    // Lines count from one, and the line after the comment is meant.
    return names.map((rule) => ({ rule, line: index + 2 }));
  });
}
