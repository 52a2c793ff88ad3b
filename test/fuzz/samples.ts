import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { damages, mangle, type Damage } from "../eslint-plugin/generated-programs.ts";

/** Files that people might have, `{key}` where a key stands; damaged like programs are. */
export interface DamagedSample {
  readonly sample: number;
  readonly done: readonly Damage[];
}

export function damagedSamples(samples: readonly unknown[]): fc.Arbitrary<DamagedSample> {
  return fc.record({ sample: fc.nat({ max: samples.length - 1 }), done: damages });
}

export function damage(text: string, { done }: DamagedSample): string {
  return mangle(text, done);
}

/** The workflows on the page of misuses, bad and good. */
export function readWorkflows(): readonly string[] {
  const page = readFileSync("docs/workflow-misuse.md", "utf8");
  return Array.from(page.matchAll(/^```yaml[^\n]*\n([^]*?)^```$/gm), ([, text = ""]) => text);
}

interface FileSample {
  readonly path: string;
  readonly text: string;
}

const BLIND_CASES = "test/secretlint/blind";

/** The blind cases of the rule for secretlint, before anything is filled in. */
export function readFiles(): readonly FileSample[] {
  const names = readdirSync(BLIND_CASES).filter((name) => name.endsWith(".txt"));
  return names.sort().flatMap((name) => {
    const [, ...cases] = readFileSync(`${BLIND_CASES}/${name}`, "utf8").split(/^=== /m);
    return cases.map((text) => {
      const end = text.indexOf("\n");
      const [, path = ""] = text.slice(0, end).split(" | ");
      return { path, text: text.slice(end + 1) };
    });
  });
}

const FILLED: Readonly<Record<string, (key: string) => string>> = {
  KEY: (key) => key,
  STAGING_KEY: (key) => key,
  KEY_B64: (key) => Buffer.from(`${key}:`).toString("base64"),
  KEY_URL: (key) => key.replaceAll("_", "%5F"),
  KEY_START: (key) => key.slice(0, 20),
  KEY_REST: (key) => key.slice(20),
  RANDOM32: () => "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1Sa0",
};

/** What is filled in elsewhere, too, stays as it is: no report hangs on it. */
export function fillIn(template: string, key: string): string {
  return template.replaceAll(
    /__([A-Z0-9_]+?)__/g,
    (whole, name: string) => FILLED[name]?.(key) ?? whole,
  );
}
