import { readdirSync, readFileSync } from "node:fs";

interface BlindFile {
  readonly path: string;
  readonly text: string;
}

const BLIND_CASES = "test/secretlint/blind";

/** The blind cases of the rule for secretlint, before anything is filled in. */
export function readBlindFiles(): readonly BlindFile[] {
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
