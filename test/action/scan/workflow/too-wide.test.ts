import { describe } from "vitest";
import { CHECKOUT, HASH, holds, job, KEY, steps, type Cases } from "./audit-yaml.ts";

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
