import { describe } from "vitest";
import { GUARD, HASH, holds, KEY, type Cases } from "./audit-yaml.ts";

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

const release = (test: string, publish: string, name = "release", mark = "") => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm test
${test}  ${name}:${mark}
    needs: test
    runs-on: ubuntu-latest
    steps:
      - run: npm ci
      - run: npx semantic-release
${publish}`;

const WITH_KEY = `        env:\n          PLEO_API_KEY: ${KEY}\n`;

describe("a release", () => {
  holds([
    ["that does not get the key", release(WITH_KEY, "")],
    [
      "that gets another secret",
      release(WITH_KEY, "        env:\n          NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n"),
    ],
    [
      "that only asks whether there is one",
      release(WITH_KEY, "        env:\n          HAS: ${{ secrets.PLEO_API_KEY != '' }}\n"),
    ],
    [
      "whose guard alone gets the key",
      release(WITH_KEY, `      - uses: ${GUARD}\n        with:\n          api-key: ${KEY}\n`),
    ],
    [
      "that gets it in another step",
      release(
        WITH_KEY,
        `      - run: npm run smoke\n${WITH_KEY}`,
        "release",
        " # expect: no-environment",
      ),
    ],
    ["that gets the key", release("", WITH_KEY, "release", " # expect: no-environment")],
  ]);
});
