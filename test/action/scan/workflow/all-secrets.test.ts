import { describe } from "vitest";
import { FILE, HASH, holds, job, KEY, steps, type Cases } from "./audit-yaml.ts";

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
