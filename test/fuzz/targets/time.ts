import fc from "fast-check";
import { auditWorkflows } from "../../../action/scan/workflow/workflow-audit.ts";
import { createSecretFinder } from "../../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../../eslint-plugin/secretlint/options.ts";
import { findKeys } from "../../../src/key/find-keys.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { parseKey } from "../../../src/key/parse-key.ts";
import { adversarialPieces } from "../../support/adversarial-texts.ts";
import { cpuTimeOf } from "../../support/cpu-time.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { compose, partsOf } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const findSecrets = createSecretFinder(readOptions({}));

const READERS: Readonly<Record<string, (text: string, key: string) => unknown>> = {
  parser: (text) => parseKey(text),
  finder: (text) => findKeys(text),
  masker: (text, key) => createTextMasker([key])(text),
  secretlint: (text) => findSecrets({ text, path: "a.sh" }),
  audit: (text) => auditWorkflows([{ path: "a.yml", text: workflowOf(text) }], { guard: {} }),
};

/** Four times as long may take four times the time; if it grew with the square, 16 times. */
const LENGTH = 8_000;
const TIMES = 4;
const MOST_GROWTH = 11;
const TOO_SHORT_TO_MEASURE = 60;
const ATTEMPTS = 6;

const WORDS = Object.values(
  adversarialPieces((length) => "7f3a9c".repeat(length).slice(0, length)),
);

export const time = createTarget({
  name: "time in proportion to the text",
  inputs: fc.record({
    plan: keyPlans,
    parts: partsOf(Object.keys(SPELLERS), { more: WORDS }),
    reader: fc.constantFrom(...Object.keys(READERS)),
  }),
  holds: ({ plan, parts, reader }) => {
    const [key] = makeTwins(plan);
    const piece = compose(parts, key) || "x";
    const read = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return cpuTimeOf(() => READERS[reader]?.(text, key));
    };
    let growth = Infinity;
    // The least of several attempts: a busy machine makes a run slower, never faster.
    for (let attempt = 0; attempt < ATTEMPTS && growth > MOST_GROWTH; attempt++) {
      const long = read(TIMES * LENGTH);
      growth = long < TOO_SHORT_TO_MEASURE ? 0 : Math.min(growth, long / read(LENGTH));
    }
    require(growth <= MOST_GROWTH, `the ${reader} takes no longer than the text grows`);
  },
});

function workflowOf(script: string): string {
  const lines = script.split(/\r\n?|\n/).map((line) => `          ${line}`);
  const head = ["jobs:", "  a:", "    steps:", "      - env:"];
  return [
    ...head,
    "          PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}",
    "        run: |2",
    ...lines,
  ].join("\n");
}
