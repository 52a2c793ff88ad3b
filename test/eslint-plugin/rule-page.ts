import { readFileSync } from "node:fs";
import { pageOf } from "../../eslint-plugin/create-rule.ts";
import { exampleKey } from "../support/keys.ts";

/** The page of a rule, by its second-level headings. */
export interface RulePage {
  readonly title: string;
  readonly text: string;
  readonly sections: ReadonlyMap<string, string>;
}

export function readPage(ruleName: string): RulePage {
  const text = readFileSync(pageOf(ruleName), "utf8");
  const [head = "", ...sections] = text.split(/^## /m);
  return {
    title: /^# (.*)$/m.exec(head)?.[1] ?? "",
    text,
    sections: new Map(
      sections.map((section) => {
        const end = section.indexOf("\n");
        return [section.slice(0, end), section.slice(end)];
      }),
    ),
  };
}

/** The code samples of a section, with a fresh key where they mark one. */
export function samplesOf({ sections }: RulePage, heading: string): readonly string[] {
  const samples = (sections.get(heading) ?? "").matchAll(/^```[jt]sx?\n([^]*?)^```$/gm);
  return [...samples].map(([, sample = ""]) => fillIn(sample));
}

/** A sample of a file whose name matters: the name stands after the language of the sample. */
export interface FileSample {
  readonly path: string;
  readonly text: string;
}

export function fileSamplesOf({ sections }: RulePage, heading: string): readonly FileSample[] {
  const samples = (sections.get(heading) ?? "").matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm);
  return [...samples].map(([, path = "", text = ""]) => ({ path, text: fillIn(text) }));
}

/** Samples hold no key, so that no scanner, ours included, has a reason to shout at a page. */
function fillIn(sample: string): string {
  const key = exampleKey();
  const values: Readonly<Record<string, string>> = {
    key,
    start: key.slice(0, 20),
    rest: key.slice(20),
    escaped: key.replaceAll("_", "\\x5f"),
    basic: Buffer.from(`${key}:`).toString("base64"),
  };
  return sample.replace(/\{\{(\w+)\}\}/g, (_marker, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no sample value is called ${name}`);
    return value;
  });
}
