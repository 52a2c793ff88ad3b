import { NO_SCOPE, NO_TYPES } from "./before-first-node.ts";
import { findDisableComments } from "./disable-comments.ts";
import type { CommentedText, DisableComment } from "./disable-comments.ts";
import { TextLines } from "./text-lines.ts";
import type { Position } from "./text-lines.ts";

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** The whole file is one node, to which a rule listens as `Text`. */
export interface TextNode {
  readonly type: "Text";
  readonly range: readonly [number, number];
}

export function wholeOf(text: string): TextNode {
  return { type: "Text", range: [0, text.length] };
}

type Ranged = Pick<TextNode | DisableComment, "range">;

export interface TextFile extends CommentedText {
  readonly hasBOM: boolean;
}

/** What ESLint and our rules ask of a file that is nothing but text. */
export class TextSource {
  readonly ast: TextNode;
  readonly text: string;
  readonly hasBOM: boolean;
  readonly visitorKeys = { Text: [] };
  readonly parserServices = NO_TYPES;
  readonly #file: TextFile;
  #lines: TextLines | undefined;

  constructor(file: TextFile) {
    this.ast = wholeOf(file.text);
    this.text = file.text;
    this.hasBOM = file.hasBOM;
    this.#file = file;
  }

  traverse(): readonly object[] {
    const visit = { kind: 1, target: this.ast, args: [this.ast] };
    return [
      { ...visit, phase: 1 },
      { ...visit, phase: 2 },
    ];
  }

  getRange({ range: [start, end] }: Ranged): [number, number] {
    return [start, end];
  }

  getLoc({ range: [start, end] }: Ranged): Location {
    return { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) };
  }

  getLocFromIndex(index: number): Position {
    return this.#allLines().positionAt(index);
  }

  getIndexFromLoc(position: Position): number {
    return this.#allLines().indexAt(position);
  }

  getText(node: Ranged = this.ast): string {
    return this.text.slice(...node.range);
  }

  getDisableDirectives(): { readonly directives: readonly object[]; readonly problems: [] } {
    const directives = this.#disableComments().map(({ type, value, justification, range }) => ({
      type,
      value,
      justification,
      node: { range },
    }));
    return { directives, problems: [] };
  }

  /** For ESLint to say that they have no effect, where a project allows no such comments. */
  getInlineConfigNodes(): readonly Ranged[] {
    return this.#disableComments();
  }

  getAllComments(): readonly [] {
    return [];
  }

  getScope(): object {
    return NO_SCOPE;
  }

  #disableComments(): readonly DisableComment[] {
    return findDisableComments(this.#file);
  }

  // Most files have nothing to point at.
  #allLines(): TextLines {
    return (this.#lines ??= new TextLines(this.text));
  }
}
