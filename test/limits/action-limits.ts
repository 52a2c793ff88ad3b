import { gzipSync } from "node:zlib";
import { limitsOf, type Limit } from "./limit.ts";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const hex = (text: string): string => Buffer.from(text).toString("hex");
const reversed = (key: string): string => Array.from(key).reverse().join("");

const scan = limitsOf("scan", "config.txt");
const audit = limitsOf("audit", ".github/workflows/deploy.yml");
const action = limitsOf("action", "");

function workflow(step: string, secret = "PLEO_API_KEY"): string {
  return `on: push
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - run: ${step}
        env:
          PLEO_API_KEY: \${{ secrets.${secret} }}
`;
}

export const SCAN_LIMITS: readonly Limit[] = [
  scan("encoded", "The key in base64 twice, reversed, encrypted, or compressed within a text.", {
    samples: [
      (key) => base64(base64(key)),
      reversed,
      (key) => gzipSync(`key=${key}`).toString("base64"),
    ],
    unless: base64,
  }),
  scan("wrapped-hex", "The key in hex that is wrapped over lines, as `xxd -p` writes it.", {
    samples: [(key) => hex(key).replaceAll(/.{60}/g, "$&\n")],
    unless: hex,
  }),
  scan("pieces", "The key in pieces that a program puts together.", {
    samples: [(key) => `"${key.slice(0, 20)}" + "${key.slice(20)}"`],
    unless: (key) => `"${key}"`,
  }),
  scan(
    "another-key",
    "A key that is not the run's. Once it is replaced, the old one is nobody's any more.",
    {
      samples: [(key) => key.slice(0, -1) + (key.endsWith("0") ? "1" : "0")],
      unless: (key) => key,
    },
  ),
  scan(
    "unopened",
    "What is in an archive of xz, 7-Zip, RAR or bzip2, or behind a pointer of Git LFS. Such files are counted and told.",
    {
      test: "test/action/scan/leak/left-alone.test.ts",
      name: "is counted in files, in archives and in the history",
    },
  ),
  scan(
    "links",
    "What a link leads to, be it inside of the checkout or not. Links are counted and told.",
    {
      test: "test/action/scan/leak/workspace.test.ts",
      name: "is counted, not opened, and no link leads out of the workspace",
    },
  ),
  scan(
    "unreachable",
    "What no branch and no tag leads to.",
    "Which objects a clone still holds is git's own business, and differs from run to run.",
  ),
];

export const AUDIT_LIMITS: readonly Limit[] = [
  audit(
    "programs",
    "What a program or a script of the repository does with the key that it is given.",
    {
      samples: [workflow("./show-key.sh"), workflow("node print.js")],
      unless: workflow('echo "$PLEO_API_KEY"'),
    },
  ),
  audit(
    "unnamed",
    "A secret whose name does not say Pleo, unless it is handed to this check or called so.",
    {
      samples: [workflow('echo "$TOKEN"', "EXPENSES_TOKEN").replace("PLEO_API_KEY", "TOKEN")],
      unless: workflow('echo "$TOKEN"').replace("PLEO_API_KEY:", "TOKEN:"),
    },
  ),
  audit("elsewhere", "What workflows and actions of other repositories do with the key.", {
    samples: [
      `on: push
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/show@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0
        with:
          key: \${{ secrets.PLEO_API_KEY }}
`,
    ],
    unless: `on: push
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/show@v1
        with:
          key: \${{ secrets.PLEO_API_KEY }}
`,
  }),
];

/** What documentation says of the world around, in which no test runs. */
export const ACTION_LIMITS: readonly Limit[] = [
  action(
    "schedule",
    "A scheduled run happens when GitHub starts it: on the default branch only, and in a public repository no longer after 60 days without activity.",
    "It is GitHub's doing.",
  ),
  action(
    "machine",
    "A machine, a Node or a dependency that is already in an attacker's hands, and what showed the key before the check ran.",
    "Whoever holds the machine holds every test on it as well.",
  ),
  action("truth", "Whether Pleo tells the truth about a key.", "There is nobody else to ask."),
  action(
    "use",
    "How an integration stores and uses its key while it runs.",
    "The check sees the key and not the program; the linter sees the program's text.",
  ),
];
