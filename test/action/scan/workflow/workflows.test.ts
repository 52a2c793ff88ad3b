import { describe, expect, test } from "vitest";
import { audit, expectMarks, FILE, GUARD, HASH, steps } from "./audit-yaml.ts";

type Files = string | Readonly<Record<string, string>>;
type Cases = readonly (readonly [name: string, files: Files])[];

function holds(cases: Cases): void {
  test.each(cases.map(([name, files]) => [name, files] as const))("%s", (_name, files) => {
    expectMarks(typeof files === "string" ? { [FILE]: files } : files);
  });
}

const KEY = "${{ secrets.PLEO_API_KEY }}";
const CHECKOUT = `actions/checkout@${HASH}`;

/** One job with these lines below its id. */
function job(lines: string, head = "on: push"): string {
  const indented = lines
    .replace(/^\n/, "")
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
  return [head, "jobs:", "  sync:", "    runs-on: ubuntu-latest", ...indented, ""].join("\n");
}

const WIDE: Cases = [
  [
    "env of a job, for one step of three",
    job(`
env:
  PLEO_API_KEY: ${KEY} # expect: secret-too-wide
steps:
  - uses: ${CHECKOUT}
  - run: npm ci
  - run: npm run sync
`),
  ],
  [
    "env of the workflow",
    `on: push
env:
  PLEO_API_KEY: ${KEY} # expect: secret-too-wide
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
      - run: npm ci
  sync:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
      - run: npm run sync
`,
  ],
  [
    "for half of the steps",
    job(`
env:
  KEY: ${KEY} # expect: secret-too-wide
steps:
  - uses: ${CHECKOUT}
  - run: ./sync
`),
  ],
  [
    "for a step that says it",
    job(`
env:
  KEY: ${KEY} # expect: secret-too-wide
steps:
  - uses: ${CHECKOUT}
  - run: git status
  - run: test -n "$KEY"
`),
  ],
  [
    "for an action",
    job(`
env:
  KEY: ${KEY} # expect: secret-too-wide
steps:
  - uses: ${CHECKOUT}
  - uses: acme/sync@${HASH}
    with:
      key: \${{ env.KEY }}
`),
  ],
  [
    "env of the container",
    job(`
container:
  image: node:24
  env:
    PLEO_API_KEY: ${KEY} # expect: secret-too-wide
steps:
  - run: npm ci
  - run: npm run lint
  - run: npm run sync
`),
  ],
  [
    "two keys",
    job(`
env:
  OLD: \${{ secrets.PLEO_API_KEY_OLD }} # expect: secret-too-wide
  NEW: \${{ secrets.PLEO_API_KEY }} # expect: secret-too-wide
steps:
  - uses: ${CHECKOUT}
  - run: npm install
  - run: node sync.js
`),
  ],
  [
    "with an anchor",
    `on: push
x: &key
  PLEO_API_KEY: ${KEY} # expect: secret-too-wide
jobs:
  sync:
    env: *key
    steps:
      - uses: ${CHECKOUT}
      - run: node sync.js
`,
  ],
];

const NARROW: Cases = [
  [
    "env of the step",
    steps(`
- uses: ${CHECKOUT}
- run: npm run sync
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "most steps need it",
    job(`
env:
  KEY: ${KEY}
steps:
  - uses: ${CHECKOUT}
  - run: test -n "$KEY"
  - run: ./sync
`),
  ],
  [
    "the only step",
    job(`
env:
  KEY: ${KEY}
steps:
  - run: ./sync
`),
  ],
  [
    "all steps run programs",
    job(`
env:
  KEY: ${KEY}
steps:
  - run: ./one
  - run: ./two
`),
  ],
  [
    "another secret",
    job(`
env:
  KEY: \${{ secrets.OTHER_KEY }}
  PLEO_COMPANY_ID: \${{ secrets.PLEO_COMPANY_ID }}
steps:
  - uses: ${CHECKOUT}
  - run: npm ci
`),
  ],
  [
    "whether there is one",
    job(`
env:
  HAS_KEY: \${{ secrets.PLEO_API_KEY != '' }}
steps:
  - uses: ${CHECKOUT}
  - run: npm ci
`),
  ],
  [
    "its id",
    job(`
env:
  PLEO_KEY_ID: \${{ vars.PLEO_KEY_ID }}
steps:
  - uses: ${CHECKOUT}
  - run: npm ci
`),
  ],
  [
    "with of a step",
    steps(`
- uses: ${CHECKOUT}
- uses: acme/sync@${HASH}
  with:
    key: ${KEY}
`),
  ],
];

describe("a key that more steps see than need it", () => {
  holds(WIDE);
});
describe("a key where it is needed", () => {
  holds(NARROW);
});

function withEnv(name: string, mark = "# expect: secret-public"): string {
  return steps(`
- run: npm run build
  env:
    ${name}: ${KEY} ${mark}
`);
}

const PUBLIC: Cases = [
  ...[
    "NEXT_PUBLIC_KEY",
    "VITE_PLEO_API_KEY",
    "REACT_APP_PLEO",
    "EXPO_PUBLIC_PLEO_KEY",
    "NUXT_PUBLIC_X",
  ].map((name) => [name, withEnv(name)] as const),
  ...["PUBLIC_PLEO_API_KEY", "GATSBY_PLEO", "VUE_APP_PLEO"].map(
    (name) => [name, withEnv(name)] as const,
  ),
  [
    "for the whole job",
    job(`
env:
  VITE_KEY: ${KEY} # expect: secret-public
steps:
  - run: npm ci
  - run: npm run build
`),
  ],
  [
    "for the whole workflow",
    `on: push
env:
  VITE_KEY: ${KEY} # expect: secret-public
jobs:
  build:
    steps:
      - run: npm run build
`,
  ],
  [
    "from another variable",
    job(`
steps:
  - run: npm run build
    env:
      VITE_KEY: \${{ env.KEY }} # expect: secret-public
env:
  KEY: ${KEY}
`),
  ],
  [
    "exported by a script",
    steps(`
- run: |
    export VITE_KEY="$PLEO_API_KEY" # expect: secret-public
    npm run build
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "written to a file",
    steps(`
- run: echo "NEXT_PUBLIC_KEY=$PLEO_API_KEY" > .env # expect: secret-public
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "for one command",
    steps(`
- run: VITE_KEY="$PLEO_API_KEY" npm run build # expect: secret-public
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "a secret of any name, under a name that says what it is",
    steps(`
- run: npm run build
  env:
    NEXT_PUBLIC_PLEO_API_KEY: \${{ secrets.FINANCE }} # expect: secret-public
`),
  ],
];

const PRIVATE: Cases = [
  ...[
    "PLEO_API_KEY",
    "MY_NEXT_PUBLIC_KEY",
    "PUBLICATION_KEY",
    "VITEST_KEY",
    "vite_key",
    "NEXTPUBLIC_KEY",
  ].map((name) => [name, withEnv(name, "")] as const),
  [
    "something else in public",
    steps(`
- run: npm run build
  env:
    NEXT_PUBLIC_PLEO_ENVIRONMENT: production
    NEXT_PUBLIC_PLEO_COMPANY: \${{ secrets.PLEO_COMPANY_ID }}
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "another key in public",
    steps(`
- run: npm run build
  env:
    NEXT_PUBLIC_MAPS_KEY: \${{ secrets.MAPS_KEY }}
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "whether there is one",
    steps(`
- run: npm run build
  env:
    NEXT_PUBLIC_HAS_PLEO: \${{ secrets.PLEO_API_KEY != '' }}
`),
  ],
];

describe("a key in a public variable", () => {
  holds(PUBLIC);
});
describe("a key in a private one", () => {
  holds(PRIVATE);
});

function given(uses: string, mark = "# expect: secret-to-unpinned-action"): string {
  return steps(`
- uses: ${uses} ${mark}
  with:
    token: ${KEY}
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
  ["a letter too many", given(`acme/sync@${HASH}a`)],
];

const PINNED: Cases = [
  ["a hash", given(`acme/sync@${HASH}`, "# v1")],
  ["a long hash", given(`acme/sync@${"0123456789abcdef".repeat(4)}`, "")],
  [
    "an image by its digest",
    given(`docker://acme/sync@sha256:${"0123456789abcdef".repeat(4)}`, ""),
  ],
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

const ALL: Cases = [
  [
    "secrets: inherit",
    `on: push
jobs:
  sync:
    uses: acme/tools/.github/workflows/sync.yml@${HASH}
    secrets: inherit # expect: secrets-all
  other:
    steps:
      - run: ./sync
        env:
          PLEO_API_KEY: ${KEY}
`,
  ],
  [
    "secrets: inherit for a workflow that uses the key",
    {
      [FILE]: `on: push
jobs:
  sync:
    uses: ./.github/workflows/called.yml
    secrets: inherit # expect: secrets-all
`,
      ".github/workflows/called.yml": `on: workflow_call
jobs:
  sync:
    steps:
      - run: ./sync
        env:
          PLEO_API_KEY: ${KEY}
`,
    },
  ],
  [
    "to one that is not there",
    {
      [FILE]: `on: push
jobs:
  sync:
    uses: ./.github/workflows/elsewhere.yml
    secrets: inherit # expect: secrets-all
`,
      "other.yml": steps(`
- run: ./sync
  env:
    PLEO_API_KEY: ${KEY}
`),
    },
  ],
  [
    "as JSON in env",
    steps(`
- run: ./sync
  env:
    ALL: \${{ toJSON(secrets) }} # expect: secrets-all
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "as JSON in with",
    steps(`
- uses: acme/sync@${HASH}
  with:
    secrets: \${{ toJson( secrets ) }} # expect: secrets-all
- run: ./sync
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "as JSON in env of a job",
    job(`
env:
  ALL: \${{ toJSON(secrets) }} # expect: secrets-all
steps:
  - run: npm ci
  - run: ./sync
    env:
      PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "as JSON and back",
    steps(`
- run: ./sync
  env:
    KEY: \${{ fromJSON(toJSON(secrets)).PLEO_API_KEY }} # expect: secrets-all
- run: ./sync
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "within a text",
    steps(`
- run: ./sync
  env:
    ALL: \${{ format('{0}', toJSON(secrets)) }} # expect: secrets-all
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "every one of them",
    steps(`
- run: ./sync
  env:
    ALL: \${{ join(secrets.*, ',') }} # expect: secrets-all
    PLEO_API_KEY: ${KEY}
`),
  ],
];

const BY_NAME: Cases = [
  [
    "by name",
    `on: push
jobs:
  sync:
    uses: acme/tools/.github/workflows/sync.yml@${HASH}
    secrets:
      key: ${KEY}
`,
  ],
  [
    "secrets: inherit where nobody knows of a key of Pleo's",
    `on: push
jobs:
  pleonasm:
    uses: acme/tools/.github/workflows/sync.yml@${HASH}
    secrets: inherit
`,
  ],
  [
    "secrets: inherit for a workflow that touches no key",
    {
      [FILE]: `on: push
jobs:
  test:
    uses: ./.github/workflows/called.yml
    secrets: inherit
  sync:
    steps:
      - run: ./sync
        env:
          PLEO_API_KEY: ${KEY}
`,
      ".github/workflows/called.yml":
        "on: workflow_call\njobs:\n  a:\n    steps:\n      - run: npm test\n",
    },
  ],
  [
    "as JSON where nobody knows of a key",
    steps(`
- run: ./sync
  env:
    ALL: \${{ toJSON(secrets) }}
    PLEO_COMPANY_ID: \${{ secrets.PLEO_COMPANY_ID }}
`),
  ],
  [
    "one as JSON",
    steps(`
- run: ./sync
  env:
    KEY: \${{ toJSON(secrets.PLEO_API_KEY) }}
`),
  ],
  [
    "something else as JSON",
    steps(`
- run: ./sync
  env:
    EVENT: \${{ toJSON(github.event) }}
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "a text about it",
    steps(`
- run: echo "toJSON(secrets) is bad, and so is secrets inherit"
- run: ./sync
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "an input that is called inherit",
    `on: push
jobs:
  sync:
    uses: acme/tools/.github/workflows/sync.yml@${HASH}
    with:
      mode: inherit
    secrets:
      key: ${KEY}
`,
  ],
];

describe("all secrets at once", () => {
  holds(ALL);
});
describe("secrets by name", () => {
  holds(BY_NAME);
});

function untrusted(event: string, checkout: string, more = ""): string {
  return `on: ${event}
jobs:
  test:
    runs-on: ubuntu-latest
${more}    steps:
      ${checkout.trim()}
      - run: npm test
        env:
          PLEO_API_KEY: ${KEY}
`;
}

function checkoutOf(ref: string, mark = " # expect: untrusted-code"): string {
  return `- uses: ${CHECKOUT}
        with:
          ref: ${ref}${mark}`;
}

const HEAD_SHA = "${{ github.event.pull_request.head.sha }}";

const UNTRUSTED: Cases = [
  ["the head of a pull request", untrusted("pull_request_target", checkoutOf(HEAD_SHA))],
  ["its branch", untrusted("[push, pull_request_target]", checkoutOf("${{ github.head_ref }}"))],
  [
    "its merge",
    untrusted("pull_request_target", checkoutOf("refs/pull/${{ github.event.number }}/merge")),
  ],
  [
    "formatted",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ format('refs/pull/{0}/head', github.event.pull_request.number) }}"),
    ),
  ],
  [
    "its repository",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ github.event.pull_request.head.repo.full_name }}").replace(
        "ref:",
        "repository:",
      ),
    ),
  ],
  [
    "what another workflow ran on",
    untrusted(
      "{workflow_run: {workflows: [CI]}}",
      checkoutOf("${{ github.event.workflow_run.head_sha }}"),
    ),
  ],
  [
    "of the pull request that was commented",
    untrusted("issue_comment", checkoutOf("refs/pull/${{ github.event.issue.number }}/head")),
  ],
  [
    "of a step that looked it up",
    untrusted("issue_comment", checkoutOf("${{ steps.pr.outputs.head_sha }}")),
  ],
  [
    "by env",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ env.REF }}"),
      `    env:\n      REF: ${HEAD_SHA}\n`,
    ),
  ],
  ["by gh", untrusted("issue_comment", '- run: gh pr checkout "$NUMBER" # expect: untrusted-code')],
  [
    "by git fetch",
    untrusted(
      "pull_request_target",
      '- run: git fetch origin "pull/$NUMBER/head" && git checkout FETCH_HEAD # expect: untrusted-code',
    ),
  ],
  [
    "by git and a variable",
    untrusted(
      "pull_request_target",
      `- run: git fetch origin "$REF" # expect: untrusted-code
        env:
          REF: \${{ github.head_ref }}`,
    ),
  ],
  [
    "after a condition that keeps nobody out",
    untrusted(
      "pull_request_target",
      checkoutOf(HEAD_SHA),
      "    if: contains(github.event.pull_request.labels.*.name, 'safe')\n",
    ),
  ],
  [
    "by a local action",
    {
      [FILE]: untrusted("pull_request_target", "- uses: ./tools/checkout"),
      "tools/checkout/action.yml": `
runs:
  using: composite
  steps:
    - uses: ${CHECKOUT}
      with:
        ref: ${HEAD_SHA} # expect: untrusted-code
`,
    },
  ],
];

const TRUSTED: Cases = [
  ["on pull_request", untrusted("pull_request", checkoutOf(HEAD_SHA, ""))],
  ["on push", untrusted("push", checkoutOf("${{ github.head_ref }}", ""))],
  ["the base", untrusted("pull_request_target", `- uses: ${CHECKOUT}`)],
  [
    "the base by its name",
    untrusted("pull_request_target", checkoutOf("${{ github.event.pull_request.base.sha }}", "")),
  ],
  ["a branch", untrusted("pull_request_target", checkoutOf("main", ""))],
  [
    "only for branches of the repository",
    untrusted(
      "pull_request_target",
      checkoutOf(HEAD_SHA, ""),
      "    if: github.event.pull_request.head.repo.full_name == github.repository\n",
    ),
  ],
  [
    "only after a push",
    untrusted(
      "workflow_run",
      checkoutOf("${{ github.event.workflow_run.head_sha }}", ""),
      "    if: ${{ github.event.workflow_run.event == 'push' }}\n",
    ),
  ],
  ["what is merged by git", untrusted("pull_request_target", "- run: git fetch origin main")],
  [
    "a comment on it by gh",
    untrusted(
      "pull_request_target",
      '- run: gh pr comment "$NUMBER" --body hello\n        env:\n          NUMBER: ${{ github.event.number }}',
    ),
  ],
  [
    "a job without the key",
    `on: pull_request_target
jobs:
  test:
    steps:
      - uses: ${CHECKOUT}
        with:
          ref: ${HEAD_SHA}
      - run: npm test
  sync:
    steps:
      - run: ./sync
        env:
          PLEO_API_KEY: ${KEY}
`,
  ],
  [
    "another secret",
    untrusted("pull_request_target", checkoutOf(HEAD_SHA, ""))
      .replace("PLEO_API_KEY }}", "NPM_TOKEN }}")
      .replace("PLEO_API_KEY", "NPM"),
  ],
];

describe("code of strangers beside the key", () => {
  holds(UNTRUSTED);
});
describe("code of the repository beside it", () => {
  holds(TRUSTED);
});

function upload(
  path: string,
  mark = " # expect: secret-published",
  uses = "actions/upload-artifact",
  more = "",
): string {
  return steps(`
- run: |
    mkdir -p out
    echo "$PLEO_API_KEY" > out/key.txt
  env:
    PLEO_API_KEY: ${KEY}
- uses: ${uses}@${HASH}
  with:
    path: ${path}${mark}
${more}`);
}

const KEPT: Cases = [
  ["a file in an artifact", upload("out/key.txt")],
  ["its folder", upload("out/")],
  ["its folder by ./", upload("./out")],
  ["everything", upload(".")],
  ["by a pattern", upload("out/*.txt")],
  ["by a deep pattern", upload('"**/*.txt"')],
  ["among others", upload("|", " # expect: secret-published", undefined, "      dist\n      out")],
  ["in a cache", upload("out", undefined, "actions/cache")],
  ["in a cache by its half", upload("out", undefined, "actions/cache/save")],
  [
    "by the name of a cache",
    steps(`
- uses: actions/cache@${HASH}
  with:
    path: dist
    key: ${KEY} # expect: secret-published
`),
  ],
  [
    "an output of the job",
    job(`
outputs:
  key: ${KEY} # expect: secret-published
steps:
  - run: ./sync
`),
  ],
  [
    "an output of the job by env",
    job(`
env:
  KEY: ${KEY}
outputs:
  key: \${{ env.KEY }} # expect: secret-published
steps:
  - run: ./sync
`),
  ],
  [
    "an argument of an image",
    steps(`
- uses: docker/build-push-action@${HASH}
  with:
    build-args: KEY=${KEY} # expect: secret-published
`),
  ],
];

const NOT_KEPT: Cases = [
  ["another folder", upload("dist", "")],
  ["another file", upload("out/report.txt", "")],
  ["a name that begins alike", upload("out/key", "")],
  ["another pattern", upload("out/*.json", "")],
  ["brought back from a cache", upload("out", "", "actions/cache/restore")],
  ["left out of the artifact", upload("|", "", undefined, "      out\n      !out/key.txt")],
  [
    "uploaded before",
    steps(`
- uses: actions/upload-artifact@${HASH}
  with:
    path: out
- run: echo "$PLEO_API_KEY" > out/key.txt
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  [
    "a hidden file in a folder",
    steps(`
- run: echo "PLEO_API_KEY=$PLEO_API_KEY" > .env
  env:
    PLEO_API_KEY: ${KEY}
- uses: actions/upload-artifact@${HASH}
  with:
    path: .
`),
  ],
  [
    "an output of the job that says whether there is one",
    job(`
outputs:
  has-key: \${{ secrets.PLEO_API_KEY != '' }}
steps:
  - run: ./sync
`),
  ],
  [
    "a secret of a build",
    steps(`
- uses: docker/build-push-action@${HASH}
  with:
    secrets: pleo=${KEY}
`),
  ],
];

describe("a key that is kept beyond the step", () => {
  holds(KEPT);
});
describe("a key that is not", () => {
  holds(NOT_KEPT);
});

function deploying(id: string, body: string, mark = " # expect: no-environment"): string {
  return `on: push
jobs:
  ${id}:${mark}
    runs-on: ubuntu-latest
${body}
`;
}

const RUN_WITH_KEY = (run: string): string => `    steps:
      - run: ${run}
        env:
          PLEO_API_KEY: ${KEY}`;

const NO_ENVIRONMENT: Cases = [
  ["deploy by name", deploying("deploy", RUN_WITH_KEY("./go"))],
  ["deploy by a part of its name", deploying("deploy-to-production", RUN_WITH_KEY("./go"))],
  [
    "deploy by its title",
    deploying("last", `    name: Deploy to production\n${RUN_WITH_KEY("./go")}`),
  ],
  ["release by name", deploying("release", RUN_WITH_KEY("./go"))],
  ["vercel", deploying("site", RUN_WITH_KEY("npx vercel deploy --prod"))],
  ["npm run deploy", deploying("site", RUN_WITH_KEY("npm run deploy"))],
  ["kubectl", deploying("site", RUN_WITH_KEY("kubectl apply -f k8s/"))],
  ["a script", deploying("site", RUN_WITH_KEY("./scripts/deploy.sh"))],
  ["terraform", deploying("site", RUN_WITH_KEY("terraform apply -auto-approve"))],
  [
    "an action",
    deploying(
      "site",
      `    steps:
      - uses: cloudflare/wrangler-action@${HASH}
        with:
          secrets: PLEO_API_KEY
        env:
          PLEO_API_KEY: ${KEY}`,
    ),
  ],
  [
    "an environment without a name",
    deploying("deploy", `    environment: ""\n${RUN_WITH_KEY("./go")}`),
  ],
];

const WITH_ENVIRONMENT: Cases = [
  [
    "with its name",
    deploying("deploy", `    environment: production\n${RUN_WITH_KEY("./go")}`, ""),
  ],
  [
    "with name and address",
    deploying(
      "deploy",
      `    environment:\n      name: production\n      url: https://x.test\n${RUN_WITH_KEY("./go")}`,
      "",
    ),
  ],
  [
    "with one that is worked out",
    deploying("deploy", `    environment: \${{ inputs.environment }}\n${RUN_WITH_KEY("./go")}`, ""),
  ],
  ["a job that deploys nothing", deploying("sync", RUN_WITH_KEY("./go"), "")],
  [
    "a job without the key",
    `${deploying("deploy", "    steps:\n      - run: ./go", "")}  sync:\n${RUN_WITH_KEY("./sync")}\n`,
  ],
  ["a check of a deploy", deploying("verify-deploy", RUN_WITH_KEY("./go"), "")],
  ["notes of a release", deploying("release-notes", RUN_WITH_KEY("./go"), "")],
  ["a dry run", deploying("site", RUN_WITH_KEY("terraform plan"), "")],
  ["employees", deploying("employment", RUN_WITH_KEY("./employ"), "")],
  [
    "a workflow that is called",
    `on: push
jobs:
  deploy:
    uses: acme/tools/.github/workflows/deploy.yml@${HASH}
    secrets:
      key: ${KEY}
`,
  ],
];

describe("a job that deploys without an environment", () => {
  holds(NO_ENVIRONMENT);
});
describe("a job that has one, or needs none", () => {
  holds(WITH_ENVIRONMENT);
});
