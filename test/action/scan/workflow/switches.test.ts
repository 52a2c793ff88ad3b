import { describe } from "vitest";
import { FILE, holds, KEY, steps } from "./audit-yaml.ts";

const called = (input: string, settings: string, mark = "") => `on:
  workflow_call:
    inputs:
      ${input}: { ${settings} }
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ inputs.${input} }}"${mark}
`;
const SHOWN = " # expect: secret-in-script";

const action = (input: string, more = "") => ({
  [FILE]: steps(`
- uses: ./.github/actions/go
  with:
    pleo-token: ${KEY}
    ${input}: "true"`),
  ".github/actions/go/action.yml": `name: Go
description: Goes.
inputs:
  pleo-token:
    description: The key.
  ${input}:
    description: Something else.
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "\${{ inputs.${input} }}"${more}
`,
});

describe("an input whose name speaks of a key", () => {
  holds([
    ["whether it is required", action("require-pleo-token")],
    ["whether it is needed", action("pleo-token-required")],
    ["whether there is one", action("has-pleo-key")],
    ["whether it is checked", action("check-pleo-api-key")],
    [
      "as a boolean of a workflow that is called",
      called("pleo-token", "type: boolean, default: true"),
    ],
    ["as a text of a workflow that is called", called("pleo-token", "type: string", SHOWN)],
    [
      "whether it is needed, as a boolean of a workflow that is called",
      called("need-pleo-api-key", "type: boolean"),
    ],
    [
      "whether it is needed, by a name that is said to be a text",
      called("need-pleo-api-key", "type: string", SHOWN),
    ],
    [
      "whether it is needed, as a text that is true by default",
      called("need-pleo-api-key", 'type: string, default: "true"'),
    ],
    ["whether it is needed, of no type", called("need-pleo-api-key", "required: false")],
    [
      "the key itself",
      {
        [FILE]: steps(`
- uses: ./.github/actions/go
  with:
    pleo-token: ${KEY}`),
        ".github/actions/go/action.yml": `name: Go
description: Goes.
inputs:
  pleo-token:
    description: The key.
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "\${{ inputs.pleo-token }}" # expect: secret-in-script
`,
      },
    ],
    [
      "a switch that is given the key",
      {
        [FILE]: steps(`
- uses: ./.github/actions/go
  with:
    require-pleo-token: ${KEY}`),
        ".github/actions/go/action.yml": `name: Go
description: Goes.
inputs:
  require-pleo-token:
    description: The key, under a strange name.
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "\${{ inputs.require-pleo-token }}" # expect: secret-in-script
`,
      },
    ],
  ]);
});
