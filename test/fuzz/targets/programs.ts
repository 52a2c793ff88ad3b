import { Linter } from "eslint";
import type { ESLint } from "eslint";
import fc from "fast-check";
import { rules } from "../../../eslint-plugin/rules.ts";
import { damages, mangle, programs, withKey } from "../../eslint-plugin/generated-programs.ts";
import { PARSERS } from "../../eslint-plugin/lint.ts";
import { formsShown } from "../../support/twin-keys.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const FILENAMES = ["src/file.tsx", "app/page.tsx", "src/client.tsx", "vite.config.tsx"];
const plugin = { rules } as unknown as ESLint.Plugin;

const CONFIG: Linter.Config = {
  files: ["**/*.tsx"],
  linterOptions: { noInlineConfig: true },
  plugins: { pleo: plugin },
  rules: Object.fromEntries(Object.keys(rules).map((name) => [`pleo/${name}`, "error"])),
};

export const lintRules = createTarget({
  name: "rules for ESLint",
  inputs: fc.record({
    plan: keyPlans,
    program: fc.oneof(programs({ isTyped: true }), programs({ isTyped: false })),
    done: damages,
    parser: fc.constantFrom("espree" as const, "typescript-eslint" as const),
    filename: fc.constantFrom(...FILENAMES),
  }),
  holds: ({ plan, program, done, parser, filename }) => {
    const lint = (code: string): string => {
      const messages = new Linter().verify(code, [CONFIG, PARSERS[parser]], { filename });
      const doesParse = messages.every(({ fatal }) => fatal !== true);
      return doesParse ? messages.map(describe).join("\n") : "does not parse";
    };
    const [one, other] = makeTwins(plan).map((key) => {
      const code = withKey(mangle(program, done), key);
      const said = lint(code);
      require(formsShown(said, key).length === 0, "no report shows the key");
      require(lint(`${code}\n\n`) === said, "empty lines at the end change nothing");
      return said;
    });
    require(one === other, "two keys that end alike are told of alike");
  },
});

function describe({ ruleId, message, line, fix, suggestions = [] }: Linter.LintMessage): string {
  const edits = suggestions.map(({ desc, fix: edit }) => `${desc} ${edit.text}`);
  return [ruleId, line, message, fix?.text ?? "", ...edits].join(" ");
}
