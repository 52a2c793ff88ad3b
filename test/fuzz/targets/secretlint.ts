import fc from "fast-check";
import { createSecretFinder } from "../../../eslint-plugin/secretlint/find-secrets.ts";
import { decodeSecret, type Finding } from "../../../eslint-plugin/secretlint/finding.ts";
import { readOptions } from "../../../eslint-plugin/secretlint/options.ts";
import { BLIND_FILES, fillInKey } from "../blind-files.ts";
import { damage, damagedSamples } from "../samples.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const findSecrets = createSecretFinder(readOptions({}));

export const secretlint = createTarget({
  name: "rule for secretlint",
  inputs: fc.record({
    plan: keyPlans,
    sample: damagedSamples(BLIND_FILES),
    isWide: fc.boolean(),
  }),
  holds: ({ plan, sample, isWide }) => {
    const { path, text: template } = BLIND_FILES[sample.sample] ?? { path: "", text: "" };
    const damaged = damage(template, sample);
    const [one, other] = makeTwins(plan).map((key) => {
      const plain = fillInKey(damaged, key);
      const text = isWide ? Buffer.from(plain, "utf16le").toString() : plain;
      let last = 0;
      const findings = findSecrets({ text, path });
      for (const { range, secret } of findings) {
        const [start, end] = range;
        require(start >= last && end > start && end <= text.length, "ranges are in order");
        last = start;
        require(secret === undefined ||
          decodeSecret(text.slice(start, end), secret.spelling) ===
            secret.value, "a range spells its secret");
      }
      const said = describe(findings);
      require(isWide ||
        describe(findSecrets({ text: `${text}\n\n`, path })) ===
          said, "empty lines at the end change nothing");
      return said;
    });
    require(one === other, "two keys that end alike are found alike");
  },
});

function describe(findings: readonly Finding[]): string {
  return findings.map(({ messageId, range }) => `${messageId} ${range.join("-")}`).join("\n");
}
