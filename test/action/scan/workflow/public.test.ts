import { describe } from "vitest";
import { holds, job, KEY, steps, type Cases } from "./audit-yaml.ts";

function withEnv(name: string, mark = "# expect: secret-public"): string {
  return steps(`
- run: npm run build
  env:
    ${name}: ${KEY} ${mark}
`);
}

function handedOn(name: string, mark = ""): string {
  return `on: push
jobs:
  build:
    uses: ./.github/workflows/build.yml
    secrets:
      ${name}: ${KEY}${mark}
`;
}

const PUBLIC: Cases = [
  [
    "for a workflow that is called",
    handedOn("NEXT_PUBLIC_PLEO_API_KEY", " # expect: secret-public"),
  ],
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
  ["for a workflow that is called, by another name", handedOn("PLEO_API_KEY")],
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
