import { readFileSync } from "node:fs";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import plugin from "../../eslint-plugin/index.ts";
import { createPage, escapeHtml, escapeWithCode, type Page } from "./page.ts";

const FILE = "examples/app/server/index.ts";
const RULE = "pleo/no-key-in-log";
const LINES_BEFORE = 6;
const LINES_AFTER = 2;

const STYLE = `
  .frame { background: #fff; }
  .tab { padding: 6px 14px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; font-size: 12px; color: #59636e; }
  pre { margin: 0; padding: 10px 0; }
  .line { display: block; min-height: 20px; white-space: pre; }
  .number { display: inline-block; width: 48px; padding-right: 16px; text-align: right; color: #8c959f; }
  .found { text-decoration: underline wavy #cf222e 1.2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
  .hover { margin: 2px 24px 6px 64px; padding: 10px 14px; border: 1px solid #d1d9e0; border-radius: 6px; background: #f6f8fa; white-space: normal; font: 13px/1.5 "DejaVu Sans", sans-serif; }
  .rule { color: #59636e; }
`;

/** The line of the example app that logs a key, underlined where the rule says, with its message. */
export async function createEditorPage(): Promise<Page> {
  const text = readFileSync(FILE, "utf8");
  const found = await findIn(text);
  const lines = text.split("\n").map((line, index) => renderLine(line, index + 1, found));
  const first = Math.max(0, found.line - 1 - LINES_BEFORE);
  const before = lines.slice(first, found.line);
  const after = lines.slice(found.line, found.line + LINES_AFTER);
  const hover = `<div class="hover">${escapeWithCode(found.message)} <span class="rule">eslint(${RULE})</span></div>`;
  return createPage({
    name: "editor",
    width: 900,
    height: 380,
    caption: "An editor, rendered from what the ESLint plugin finds in the example app.",
    style: STYLE,
    body: `<div class="tab">${FILE}</div><pre>${before.join("")}${hover}${after.join("")}</pre>`,
  });
}

async function findIn(text: string): Promise<Linter.LintMessage> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } },
      plugin.configs.recommended,
    ],
  });
  const results = await eslint.lintText(text, { filePath: FILE });
  const found = results.flatMap(({ messages }) => messages).find(({ ruleId }) => ruleId === RULE);
  if (found === undefined) throw new Error(`${RULE} finds nothing in ${FILE}.`);
  return found;
}

function renderLine(line: string, number: number, found: Linter.LintMessage): string {
  return `<span class="line"><span class="number">${number}</span>${number === found.line ? underline(line, found) : escapeHtml(line)}</span>`;
}

function underline(
  line: string,
  { column, endColumn = line.length + 1 }: Linter.LintMessage,
): string {
  const [start, end] = [column - 1, endColumn - 1];
  return `${escapeHtml(line.slice(0, start))}<span class="found">${escapeHtml(line.slice(start, end))}</span>${escapeHtml(line.slice(end))}`;
}
