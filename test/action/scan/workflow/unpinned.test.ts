import { describe, expect, test } from "vitest";
import { audit, FILE, GUARD, HASH, holds, job, KEY, steps, type Cases } from "./audit-yaml.ts";

function given(uses: string, mark = "# expect: secret-to-unpinned-action"): string {
  return steps(`
- uses: ${uses} ${mark}
  with:
    token: ${KEY}
`);
}

const DIGEST = "0123456789abcdef".repeat(4);

function service(image: string, mark = "# expect: secret-to-unpinned-action"): string {
  return job(`
services:
  gateway:
    image: ${image} ${mark}
    env:
      KEY: ${KEY}
steps:
  - run: npm test
`);
}

const UNPINNED: Cases = [
  ["a tag", given("acme/sync@v1")],
  ["a branch", given("acme/sync@main")],
  ["a short hash", given("acme/sync@9c091bb")],
  ["an action in a folder", given("acme/tools/sync@v1.2.3")],
  ["one of GitHub", given("actions/github-script@v8")],
  ["an image by its tag", given("docker://acme/sync:1.2")],
  ["an image without a tag", given("docker://acme/sync")],
  [
    "by env",
    steps(`
- uses: acme/sync@v1 # expect: secret-to-unpinned-action
  env:
    KEY: ${KEY}
`),
  ],
  [
    "a workflow",
    `on: push
jobs:
  sync:
    uses: acme/tools/.github/workflows/sync.yml@v1 # expect: secret-to-unpinned-action
    secrets:
      key: ${KEY}
`,
  ],
  [
    "by a local action",
    {
      [FILE]: steps(`
- uses: ./tools/sync
  with:
    key: ${KEY}
`),
      "tools/sync/action.yml": `
inputs:
  key:
    required: true
runs:
  using: composite
  steps:
    - uses: acme/sync@v1 # expect: secret-to-unpinned-action
      with:
        token: \${{ inputs.key }}
`,
    },
  ],
  ["an image beside the job", service("acme/gateway:1.2")],
  ["an image beside the job without a tag", service("acme/gateway")],
  ["a letter too many", given(`acme/sync@${HASH}a`)],
];

const PINNED: Cases = [
  ["an image beside the job by its digest", service(`acme/gateway@sha256:${DIGEST}`, "")],
  [
    "an image beside the job that is given something else",
    service("postgres:17", "").replace("PLEO_API_KEY", "POSTGRES_PASSWORD"),
  ],
  ["a hash", given(`acme/sync@${HASH}`, "# v1")],
  ["a long hash", given(`acme/sync@${DIGEST}`, "")],
  ["an image by its digest", given(`docker://acme/sync@sha256:${DIGEST}`, "")],
  ["a local action", given("./tools/sync", "")],
  [
    "an action that is not given it",
    steps(`
- uses: acme/setup@v1
- run: ./sync
  env:
    KEY: ${KEY}
`),
  ],
  [
    "an action that is given something else",
    steps(`
- uses: acme/sync@v1
  with:
    token: \${{ secrets.OTHER }}
    company: \${{ secrets.PLEO_COMPANY_ID }}
`),
  ],
  [
    "an action that learns whether there is one",
    given("acme/sync@v1", "").replace(KEY, "${{ secrets.PLEO_API_KEY != '' }}"),
  ],
  [
    "this check by its hash",
    steps(`
- uses: ${GUARD}
  with:
    api-key: ${KEY}
`),
  ],
  [
    "names that only look like it",
    given("acme/sync@v1", "").replace("PLEO_API_KEY", "EMPLEO_API_KEY"),
  ],
];

describe("a key for code that can change", () => {
  holds(UNPINNED);

  test("weighs less where it is GitHub's own", () => {
    const [own] = audit({ [FILE]: given("actions/github-script@v8", "") });
    const [other] = audit({ [FILE]: given("acme/sync@v8", "") });
    expect([own?.severity, other?.severity]).toEqual(["warning", "error"]);
  });

  test("says what to write instead", () => {
    const remedy = (uses: string): string | undefined =>
      audit({ [FILE]: given(uses, "") })[0]?.remedy;
    expect(remedy("acme/sync@v1")).toBe(
      "Write the full hash instead: `acme/sync@<40 hex digits> # v1`.",
    );
    expect(remedy("docker://acme/sync:1")).toBe(
      "Write the full hash instead: `docker://acme/sync@sha256:<64 hex digits>`.",
    );
  });
});
describe("a key for code that cannot", () => {
  holds(PINNED);
});
