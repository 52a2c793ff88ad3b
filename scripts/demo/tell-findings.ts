import path from "node:path";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import plugin from "../../eslint-plugin/index.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { readApp, type ExampleFile } from "./example-app.ts";
import { without } from "./without.ts";
import { showFinding } from "./show-finding.ts";
import type { Telling } from "./tell-stories.ts";

type Finding = Linter.LintMessage;

/** Lints the app in a folder, prints what an editor would show, and says how much of it nobody expected. */
export async function tellFindings({ folder, print }: Telling): Promise<number> {
  print("\nThe ESLint plugin reads an app whose comments say what there is to find.\n");
  const eslint = createLinter(folder);
  const shownFolder = path.relative(process.cwd(), folder).replaceAll("\\", "/");
  const found: Finding[] = [];
  let filesWithFindings = 0;
  let surprises = 0;
  for (const file of readApp(folder)) {
    const findings = await lint(eslint, path.join(folder, file.path), file.text);
    const shownPath = path.posix.join(shownFolder, file.path);
    for (const finding of findings) print(showFinding(shownPath, file.text, finding));
    const surprising = surprisesIn(file, findings);
    for (const surprise of surprising) print(`  !! ${shownPath}:${surprise}\n`);
    found.push(...findings);
    filesWithFindings += findings.length > 0 ? 1 : 0;
    surprises += surprising.length;
  }
  const speaking = new Set(found.map(({ ruleId }) => ruleId)).size;
  print(
    `${found.length} findings in ${filesWithFindings} files by ${speaking} of ${Object.keys(rules).length} rules; ${surprises} surprises.`,
  );
  return surprises;
}

/** As a project sets it up that takes both presets. */
function createLinter(folder: string): ESLint {
  return new ESLint({
    cwd: path.resolve(folder),
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.{ts,tsx}"], languageOptions: { parser: tseslint.parser } },
      plugin.configs.strict,
      plugin.configs.files,
    ],
  });
}

async function lint(eslint: ESLint, file: string, text: string): Promise<readonly Finding[]> {
  const results = await eslint.lintText(text, { filePath: path.resolve(file), warnIgnored: true });
  return results.flatMap(({ messages }) => messages);
}

/** Where the linter and the comments in the file disagree. */
function surprisesIn({ expected }: ExampleFile, findings: readonly Finding[]): readonly string[] {
  const wanted = expected.map(({ rule, line }) => `${line} pleo/${rule}`);
  const said = findings.map(({ line, ruleId }) => `${line} ${ruleId ?? "no rule"}`);
  return [
    ...without(wanted, said).map((place) => `${place} was expected to speak`),
    ...without(said, wanted).map((place) => `${place} was expected to be silent`),
  ];
}
