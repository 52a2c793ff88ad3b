import { readFileSync } from "node:fs";
import fc from "fast-check";
import { auditWorkflows } from "../../../action/scan/workflow/workflow-audit.ts";
import type { Finding } from "../../../src/report/finding.ts";
import { withKey } from "../../eslint-plugin/generated-programs.ts";
import { formsShown } from "../../support/twin-keys.ts";
import { damage, damagedSamples } from "../samples.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const WORKFLOWS = readWorkflows();
const PATHS = [".github/workflows/a.yml", "action.yml"];

export const audit = createTarget({
  name: "audit of workflows",
  inputs: fc.record({
    plan: keyPlans,
    sample: damagedSamples(WORKFLOWS),
    path: fc.constantFrom(...PATHS),
    /** A word of the file that gives way to the key. */
    keyAt: fc.nat(),
  }),
  holds: ({ plan, sample, path, keyAt }) => {
    const template = withKeyAt(damage(WORKFLOWS[sample.sample] ?? "", sample), keyAt);
    const [one, other] = makeTwins(plan).map((key) => {
      const text = withKey(template, key);
      const lines = text.split("\n").length;
      const findings = auditOf(path, text);
      for (const { where } of findings) {
        const line = where?.line ?? 0;
        require(line > 0 && line <= lines, "a finding stands on a line of the file");
      }
      const said = describe(findings);
      require(formsShown(said, key).length === 0, "no finding shows the key");
      require(!/[\p{Cc}\p{Cf}]/u.test(
        said.replaceAll("\n", " "),
      ), "no finding has a control character");
      require(describe(auditOf(path, text.replaceAll("\n", "\r\n"))) ===
        said, "line ends of Windows change nothing");
      // Before white space it would count as a column.
      const marked = /^\s/.test(text) ? text : `\uFEFF${text}`;
      require(describe(auditOf(path, marked)) === said, "a byte order mark changes nothing");
      return said;
    });
    require(one === other, "two keys that end alike are told of alike");
  },
});

function withKeyAt(text: string, index: number): string {
  const words = text.match(/\w+|\W+/g) ?? [];
  return words.map((word, at) => (at === index % (4 * words.length) ? "{key}" : word)).join("");
}

function auditOf(path: string, text: string): readonly Finding[] {
  return auditWorkflows([{ path, text }], { guard: {} }).findings;
}

function describe(findings: readonly Finding[]): string {
  return findings
    .map(({ id, severity, message, remedy, where }) =>
      [id, severity, message, remedy, where?.file, isReadable(id) ? where?.line : ""].join(" "),
    )
    .join("\n");
}

/** Where a file stops being YAML is a matter of opinion. */
function isReadable(id: string): boolean {
  return id !== "workflow-unreadable";
}

/** The workflows on the page of misuses, bad and good. */
function readWorkflows(): readonly string[] {
  const page = readFileSync("docs/workflow-misuse.md", "utf8");
  return Array.from(page.matchAll(/^```yaml[^\n]*\n([^]*?)^```$/gm), ([, text = ""]) => text);
}
