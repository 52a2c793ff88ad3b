import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { INPUTS } from "../../action/contract.ts";
import { LONGEST_SCAN_MINUTES } from "../../action/scan/leak/time-limit.ts";
import { problemsOf, sampleValues, type Workflow } from "./workflow-sample.ts";
import { PAGES } from "./pages.ts";

interface Sample {
  readonly page: string;
  readonly number: number;
  readonly text: string;
}

const samples: readonly Sample[] = PAGES.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/^```ya?ml\n([^]*?)\n```$/gm)].map(([, text], index) => ({
    page,
    number: index + 1,
    text: text ?? "",
  })),
);

function sampleOf(page: string, number: number): Workflow {
  const found = samples.find((sample) => sample.page === page && sample.number === number);
  return parse(found?.text ?? "") as Workflow;
}

/** The minutes after which a step ends by itself with what it has found. */
function longestOf(inputs: Readonly<Record<string, unknown>>): number {
  if ("tenants" in inputs) return Number(INPUTS["total-minutes"]);
  return "leak-scan" in inputs ? LONGEST_SCAN_MINUTES : 0;
}

describe("a workflow to copy", () => {
  test("stands in the README and on two pages, and nowhere unseen", () => {
    expect(samples.map(({ page, number }) => `${page} ${number}`)).toEqual([
      "README.md 1",
      "README.md 2",
      "README.md 3",
      "docs/action.md 1",
      "docs/action.md 2",
      "docs/action.md 3",
      "docs/action.md 4",
      "docs/tenants.md 1",
      "docs/tenants.md 2",
      "docs/tenants.md 3",
    ]);
  });

  test.each(samples)("number $number of $page is complete, safe and works", ({ text }) => {
    const { errors, warnings } = parseDocument(text, { strict: true, uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
    expect(problemsOf(parse(text) as Workflow)).toEqual([]);
  });

  test.each(samples)("number $number of $page works before its variables are set", ({ text }) => {
    const values = Object.entries(sampleValues()).map(([name, value]) => [
      name,
      /COMPANY_ID|HINT|PREVIOUS/.test(name) ? "" : value,
    ]);
    const unset = Object.fromEntries(values) as Readonly<Record<string, string>>;
    expect(problemsOf(parse(text) as Workflow, unset)).toEqual([]);
  });

  test.each(samples)("number $number of $page says the version of what it pins", ({ text }) => {
    for (const [line] of text.matchAll(/uses: .*@[0-9a-f]{40}.*$/gm)) {
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test.each(samples)("number $number of $page lets what it starts come to its end", ({ text }) => {
    const { jobs } = parse(text) as Workflow;
    for (const { steps, "timeout-minutes": minutes } of Object.values(jobs)) {
      const ours = steps.filter(({ uses }) => uses?.startsWith("OWNER/") === true);
      for (const { with: inputs = {} } of ours) expect(minutes).toBeGreaterThan(longestOf(inputs));
    }
  });

  test("gates the deploy by the output that is true for a pass alone", () => {
    for (const deploy of [sampleOf("README.md", 1), sampleOf("docs/action.md", 4)]) {
      expect(deploy.jobs["pleo-key"]?.outputs).toEqual({
        "deploy-allowed": "${{ steps.guard.outputs.deploy-allowed }}",
      });
      expect(deploy.jobs["deploy"]?.if).toBe("needs.pleo-key.outputs.deploy-allowed == 'true'");
      expect(deploy.jobs["deploy"]?.needs).toBe("pleo-key");
    }
  });

  test.each([
    ["permissions: {}", "permissions: write-all", "does not begin with permissions: {}"],
    ["permissions: {}", "", "does not begin with permissions: {}"],
    ["on: workflow_dispatch", "", "never runs"],
    ["runs-on: ubuntu-latest", "", "pleo-key has no runs-on"],
    ["@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "@v7", "actions/checkout@v7 is not pinned"],
    ["3e0 # v7", "3e # v7", "is not pinned"],
    ["OWNER/pleo-key-guard@COMMIT_SHA", "OWNER/pleo-key-guard@main", "is not pinned"],
    ['echo "deploying"', 'echo "${{ vars.PLEO_COMPANY_ID }}"', "a run holds an expression"],
    ["api-key:", "key:", "there is no input key"],
    ["api-key:", "company-key:", "the key is not handed over"],
    ["secrets.PLEO_API_KEY ", "secrets.PLEO_KEY ", "nothing is known of secrets.PLEO_KEY"],
    ["vendors:read", "vendors", "`required-scopes` must be a list"],
    ["${{ vars.PLEO_COMPANY_ID }}", "bakery", "`company-id` must be"],
    ["guard.outputs.deploy-allowed", "guard.outputs.deploy", "no steps.guard.outputs.deploy"],
    ["id: guard", "id: check", "there is no steps.guard.outputs.deploy-allowed"],
    ["needs: pleo-key", "needs: []", "there is no needs.pleo-key.outputs.deploy-allowed"],
    ["needs.pleo-key.outputs.", "needs.pleo-key.", "needs.pleo-key.deploy-allowed reads no output"],
  ])("would be found out with %s as %s", (right, wrong, problem) => {
    const text = samples.find(
      ({ page, number }) => page === "docs/action.md" && number === 4,
    )?.text;
    expect(text).toContain(right);
    const broken = parse((text ?? "").replace(right, wrong)) as Workflow;
    expect(problemsOf(broken).join("\n")).toContain(problem);
  });
});
