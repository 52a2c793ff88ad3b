import { gzipSync } from "node:zlib";
import { limitsOf, type Limit } from "./limit.ts";

const RANDOM = "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S";
const hex = (key: string): string => Buffer.from(key).toString("hex");
const reversed = (key: string): string => Array.from(key).reverse().join("");
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const half = (key: string): readonly [string, string] => [key.slice(0, 20), key.slice(20)];

const secretlint = limitsOf("secretlint", ".env");
const finder = limitsOf("finder", "any.txt");
const masker = limitsOf("masker", "any.txt");

/** Those of the rule for secretlint stand on its page, word by word and in that order. */
export const SECRETLINT_LIMITS: readonly Limit[] = [
  secretlint(
    "encoded",
    "What is encrypted, compressed, reversed or in hex, and base64 of text that holds base64 again.",
    {
      samples: [
        (key) => `K=${hex(key)}\n`,
        (key) => `K=${reversed(key)}\n`,
        (key) => `K=${base64(base64(key))}\n`,
        (key) => `K=${gzipSync(key).toString("base64")}\n`,
      ],
      unless: (key) => `K=${base64(key)}\n`,
    },
  ),
  secretlint(
    "unnamed",
    "A value of unknown shape under a name that does not say Pleo, and is not in `keyNames`, unless it is sent to Pleo nearby.",
    { samples: [`API_KEY=${RANDOM}\n`], unless: `PLEO_API_KEY=${RANDOM}\n` },
  ),
  secretlint(
    "through-a-variable",
    "A value that goes from one variable to another before it is printed or put into a URL. The rules for ESLint follow it.",
    {
      path: "sync.js",
      samples: ["const value = process.env.PLEO_API_KEY;\nconsole.log(value);\n"],
      unless: "console.log(process.env.PLEO_API_KEY);\n",
    },
  ),
  secretlint(
    "not-random",
    "A value of unknown shape that looks as if made of words, is shorter than 16 characters, or is a UUID.",
    {
      samples: [
        "PLEO_API_KEY=correct-horse-battery-staple\n",
        `PLEO_API_KEY=${RANDOM.slice(0, 15)}\n`,
        "PLEO_API_KEY=3f2504e0-4f89-41d3-9a0c-0305e82c3301\n",
      ],
      unless: `PLEO_API_KEY=${RANDOM.slice(0, 16)}\n`,
    },
  ),
  secretlint(
    "computed",
    "A key put together by a loop, out of variables, or with anything but signs, spaces and a comment up to the end of a line between its pieces.",
    {
      path: "sync.js",
      samples: [
        (key) => `const a = "${half(key)[0]}";\nconst b = "${half(key)[1]}";\nuse(a + b);\n`,
        (key) => `use("${half(key)[0]}" + join("${half(key)[1]}"));\n`,
        (key) => `use("${half(key)[0]}" + /* and */ "${half(key)[1]}");\n`,
      ],
      unless: (key) => `use("${half(key)[0]}" + // and\n  "${half(key)[1]}");\n`,
    },
  ),
  secretlint(
    "shell",
    "What a shell prints by a here-document, or a script that another one runs with `set -x`.",
    {
      path: "deploy.sh",
      samples: [
        "cat <<EOF\n$PLEO_API_KEY\nEOF\n",
        'curl -H "Authorization: $PLEO_API_KEY" https://external.pleo.io\n',
      ],
      unless: 'echo "$PLEO_API_KEY"\n',
    },
  ),
  secretlint(
    "history",
    "Earlier states of files. What git keeps is not read.",
    "The rule is handed the files of today; the scan of the Action reads the history.",
  ),
];

export const FINDER_LIMITS: readonly Limit[] = [
  finder("unknown-shape", "A key of a shape that nobody has published yet.", {
    samples: [(key) => `pleo_live_${key.slice(4)}`, (key) => `sk_${key.slice(4)}`],
    unless: (key) => key,
  }),
  finder("glued", "A key that is glued to letters, digits or an underscore.", {
    samples: [(key) => `x${key}`, (key) => `${key}x`, (key) => `_${key}`],
    unless: (key) => `x ${key} x`,
  }),
  finder("encoded", "A key that nobody named, in hex, reversed, in capitals, or in base64 twice.", {
    samples: [hex, reversed, (key) => key.toUpperCase(), (key) => base64(base64(key))],
    unless: base64,
  }),
];

export const MASKER_LIMITS: readonly Limit[] = [
  masker("piece", "A piece of the key without its beginning, such as the second of two strings.", {
    samples: [(key) => key.slice(4, 30), (key) => `"${half(key)[0]}" + "${half(key)[1]}"`],
    unless: (key) => key.slice(0, 30),
  }),
  masker("spread", "A key with something between all of its characters, save for NULs.", {
    samples: [(key) => Array.from(key).join(" "), (key) => Array.from(key).join("\n")],
    unless: (key) => Array.from(key).join("\0"),
  }),
  masker(
    "short",
    "A secret of fewer than six characters: to hide it would hide half of what is said.",
    {
      test: "test/src/key/mask-text.test.ts",
      name: "keeps what is too short or blank",
    },
  ),
  masker("encoded", "A key that is reversed, or in base64 twice.", {
    samples: [reversed, (key) => base64(base64(key))],
    unless: base64,
  }),
];
