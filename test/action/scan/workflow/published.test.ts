import { describe } from "vitest";
import { HASH, holds, job, KEY, steps, type Cases } from "./audit-yaml.ts";

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

/** A step of these lines, and all that is in `out` kept after it. */
function keepAfter(lines: readonly string[], mark = " # expect: secret-published"): string {
  return steps(`
- run: |
${lines.map((line) => `    ${line}`).join("\n")}
  env:
    PLEO_API_KEY: ${KEY}
- uses: actions/upload-artifact@${HASH}
  with:
    path: out${mark}
`);
}

const WRITE = 'echo "$PLEO_API_KEY" > out/key.txt';
const USE = "./sync --key-file out/key.txt";

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
  ...[
    "docker run --rm --env-file out/key.txt app",
    "# do not rm out/key.txt here",
    "rm -f old/key.txt.bak",
    "rm -rf ~/.cache/mykey.txt node_modules; ls out/key.txt",
  ].map((line): Cases[number] => [`though there is ${line}`, keepAfter([WRITE, line])]),
  [
    "though another file is gone before",
    keepAfter(["rm -f out/key.txt", `${WRITE}; rm -f out/other.txt`]),
  ],
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
    "in a cache that is kept when the job ends",
    steps(`
- uses: actions/cache@${HASH}
  with:
    path: out # expect: secret-published
- run: echo "$PLEO_API_KEY" > out/key.txt
  env:
    PLEO_API_KEY: ${KEY}
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

/** These keep what is there at their turn. */
const BEFORE = ["upload-artifact", "cache/save", "cache/restore"].map(
  (action) =>
    [
      `written behind ${action}`,
      steps(`
- uses: actions/${action}@${HASH}
  with:
    path: out
- run: echo "$PLEO_API_KEY" > out/key.txt
  env:
    PLEO_API_KEY: ${KEY}
`),
    ] as const,
);

const NOT_KEPT: Cases = [
  ...BEFORE,
  [
    "gone before the step ends, by a trap",
    keepAfter([WRITE, "trap 'rm -f out/key.txt' EXIT", USE], ""),
  ],
  ["gone before the step ends", keepAfter([WRITE, USE, "rm -f out/key.txt"], "")],
  [
    "beside the cache",
    steps(`
- uses: actions/cache@${HASH}
  with:
    path: out/cache
- run: echo "$PLEO_API_KEY" > out/key.txt
  env:
    PLEO_API_KEY: ${KEY}
`),
  ],
  ["another folder", upload("dist", "")],
  ["another file", upload("out/report.txt", "")],
  ["a name that begins alike", upload("out/key", "")],
  ["another pattern", upload("out/*.json", "")],
  ["brought back from a cache", upload("out", "", "actions/cache/restore")],
  ["left out of the artifact", upload("|", "", undefined, "      out\n      !out/key.txt")],
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
