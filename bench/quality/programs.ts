import { Linter } from "eslint";
import noSecrets from "eslint-plugin-no-secrets";
import security from "eslint-plugin-security";
import sonarjs from "eslint-plugin-sonarjs";
import tseslint from "typescript-eslint";
import { lintCase, scriptOf } from "../../test/eslint-plugin/lint-corpus.ts";
import { readCorpus, type CorpusCase } from "../../test/eslint-plugin/read-corpus.ts";
import { exampleKey } from "../../test/support/keys.ts";
import { pick, seededRandom } from "../seeded-random.ts";
import { scoreOf, type Score } from "./score.ts";

/** What one contender made of one program. */
export interface JudgedProgram {
  readonly example: CorpusCase;
  readonly contender: string;
  readonly score: Score;
}

interface Contender {
  readonly name: string;
  readonly judge: (example: CorpusCase) => Score;
}

const OURS = "eslint-plugin-pleo";

const PEERS: Readonly<Record<string, Linter.Config>> = {
  "no-secrets": {
    plugins: { "no-secrets": noSecrets },
    rules: { "no-secrets/no-secrets": "error" },
  },
  "security, recommended": security.configs.recommended,
  "sonarjs, secrets": {
    plugins: { sonarjs },
    rules: {
      "sonarjs/no-hardcoded-secrets": "error",
      "sonarjs/no-hardcoded-passwords": "error",
      "sonarjs/no-clear-text-protocols": "error",
    },
  },
};

export const CONTENDERS: readonly Contender[] = [
  { name: OURS, judge: (example) => scoreOf({ ...example, said: lintCase(example) }) },
  ...Object.entries(PEERS).map(([name, config]) => ({ name, judge: judgeBy(config) })),
];

/** A peer cannot name our rules: it is right wherever it speaks of the right line, whatever it says there. */
function judgeBy(config: Linter.Config): Contender["judge"] {
  const linter = new Linter();
  const configs: Linter.Config[] = [
    {
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}"],
      languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    config,
  ];
  return (example) => {
    const { filename, must, may } = example;
    const code = scriptOf(example.code, filename);
    const messages = linter.verify(code, configs, { filename });
    const said = messages.flatMap(({ ruleId, line }) => (ruleId === null ? [] : [String(line)]));
    return scoreOf({ must: must.map(lineOf), may: may.map(lineOf), said });
  };
}

function lineOf(place: string): string {
  return place.split("@")[1] ?? "";
}

const HEX = Array.from("0123456789abcdef");

/** The whole corpus, with the same made keys each time: some peers go by how random a text is. */
export function judgePrograms(): readonly JudgedProgram[] {
  const random = seededRandom(4);
  const hex = (length: number): string => Array.from({ length }, () => pick(random, HEX)).join("");
  const corpus = readCorpus(() => exampleKey({ body: hex(32), tail: hex(6) }));
  return corpus.flatMap((example) =>
    CONTENDERS.map(({ name, judge }) => ({ example, contender: name, score: judge(example) })),
  );
}
