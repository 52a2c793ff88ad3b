import fc from "fast-check";
import type { Linter } from "eslint";
import { lintText } from "../../eslint-plugin/language/lint-text.ts";
import { formsShown } from "../../support/twin-keys.ts";
import { BLIND_FILES, fillInKey } from "../blind-files.ts";
import { damage, damagedSamples } from "../samples.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

export const anyFile = createTarget({
  name: "rules for any file",
  inputs: fc.record({ plan: keyPlans, sample: damagedSamples(BLIND_FILES) }),
  holds: ({ plan, sample }) => {
    const { path, text: template } = BLIND_FILES[sample.sample] ?? { path: "", text: "" };
    const damaged = damage(template, sample);
    const [one, other] = makeTwins(plan).map((key) => {
      const text = fillInKey(damaged, key);
      const said = describe(lintText(text, { path }));
      require(formsShown(said, key).length === 0, "no report shows the key");
      require(describe(lintText(`${text}\n\n`, { path })) ===
        said, "empty lines at the end change nothing");
      return said;
    });
    require(one === other, "two keys that end alike are told of alike");
  },
});

/** What a parser says of a program that it does not take is not ours. */
function describe(messages: readonly Linter.LintMessage[]): string {
  return messages
    .flatMap(({ ruleId, line, message }) =>
      ruleId === null ? [] : [`${ruleId} ${line} ${message}`],
    )
    .join("\n");
}
