import { readdirSync, readFileSync } from "node:fs";
import { exampleKey } from "../support/keys.ts";

/** A program, and what the plugin must and may say of it. */
export interface CorpusCase {
  /** The rule whose file it stands in. */
  readonly rule: string;
  readonly kind: "bad" | "good";
  readonly batch: Batch;
  readonly title: string;
  readonly filename: string;
  readonly code: string;
  /** `rule@line`. */
  readonly must: readonly string[];
  readonly may: readonly string[];
}

/** The first was written before the rules, the others after them by people who had not seen them. */
export const BATCHES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"] as const;
type Batch = (typeof BATCHES)[number];

const FOLDER = "test/eslint-plugin/corpus";

/** Each case has a key of its own, which is another one each time unless the caller makes it. */
export function readCorpus(makeKey = exampleKey): readonly CorpusCase[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));
  return files.flatMap((file) => {
    const batch = BATCHES.find((name) => file.startsWith(`${name}-`)) ?? "first";
    const [rule = "", kind] = file.replace(`${batch}-`, "").split(".");
    const text = readFileSync(`${FOLDER}/${file}`, "utf8");
    const sections = text.split(/^=== /m).slice(1);
    return sections.map((section) =>
      readCase(section, { rule, batch, kind: kind === "bad" ? "bad" : "good" }, makeKey()),
    );
  });
}

function readCase(
  section: string,
  from: Pick<CorpusCase, "rule" | "kind" | "batch">,
  key: string,
): CorpusCase {
  const end = section.indexOf("\n");
  const [title = "", filename = "", expected = ""] = section
    .slice(0, end)
    .split(" | ")
    .map((part) => part.trim());
  const marks = [...expected.matchAll(/(\[?)([a-z-]+)@(\d+)/g)];
  const marksOf = (isOptional: boolean): readonly string[] =>
    marks
      .filter(([, bracket]) => (bracket === "[") === isOptional)
      .map(([, , rule, line]) => `${rule ?? ""}@${line ?? ""}`);
  return {
    ...from,
    // Several people may have thought of the same.
    title: from.batch === "first" ? title : `${from.batch}: ${title}`,
    filename,
    code: fillIn(section.slice(end + 1).trimEnd(), key),
    must: marksOf(false),
    may: marksOf(true),
  };
}

function fillIn(code: string, key: string): string {
  return code
    .replaceAll("__KEY_B64__", Buffer.from(`${key}:`).toString("base64"))
    .replaceAll("__KEY_START__", key.slice(0, 20))
    .replaceAll("__KEY_REST__", key.slice(20))
    .replaceAll("__ZEROS__", exampleKey({ body: "0".repeat(32), tail: "0".repeat(6) }))
    .replaceAll("__KEY__", key);
}
