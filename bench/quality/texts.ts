import { readFileSync } from "node:fs";
import { lintSource } from "@secretlint/core";
import { creator as preset } from "@secretlint/secretlint-rule-preset-recommend";
import type { SecretLintCoreConfig } from "@secretlint/types";
import { creator as ours } from "../../eslint-plugin/secretlint/index.ts";
import { MESSAGE_IDS } from "../../eslint-plugin/secretlint/finding.ts";
import { readGitleaksRules, scanWithGitleaks } from "../../test/secretlint/other-scanners.ts";
import { readBlindCases } from "../../test/secretlint/read-blind.ts";
import { readFixtures } from "../../test/secretlint/read-fixtures.ts";
import { scoreOf, type Score } from "./score.ts";

/** A text with what must and may be said of it, as `ID@line`; fixtures tell no lines, and have `ID` alone. */
export interface LabelledText {
  readonly set: "blind" | "fixtures";
  readonly path: string;
  readonly text: string;
  readonly must: readonly string[];
  readonly may: readonly string[];
}

export interface JudgedText {
  readonly example: LabelledText;
  readonly contender: string;
  readonly score: Score;
  /** The ids of messages that stand on lines which the contender reported. */
  readonly foundIds: readonly string[];
}

interface Place {
  readonly id: string;
  readonly line: number;
}

interface Contender {
  readonly name: string;
  readonly look: (example: LabelledText) => Promise<readonly Place[]> | readonly Place[];
}

export const OURS = "eslint-plugin-pleo/secretlint";

/** What people write who want only the plain form. */
const ONE_PATTERN = /\bpl[ps]_[a-f0-9]{32}_[a-f0-9]{6}\b/g;

const gitleaks = scanWithGitleaks(
  readGitleaksRules(readFileSync("docs/patterns/gitleaks.toml", "utf8")),
);

export const CONTENDERS: readonly Contender[] = [
  { name: OURS, look: lookWith({ id: OURS, rule: ours }) },
  {
    name: "recommended preset",
    look: lookWith({ id: "@secretlint/secretlint-rule-preset-recommend", rule: preset }),
  },
  { name: "one pattern", look: lookForOnePattern },
  { name: "our gitleaks patterns", look: lookForGitleaks },
];

function lookForOnePattern({ text }: LabelledText): readonly Place[] {
  const matches = text.matchAll(ONE_PATTERN);
  return Array.from(matches, ({ index }) => ({ id: "", line: lineAt(text, index) }));
}

/** Tells what was found and not where, so that it is looked for again. */
function lookForGitleaks({ text }: LabelledText): readonly Place[] {
  return [...new Set(gitleaks(text))].flatMap((secret) => occurrences(text, secret));
}

function lookWith(rule: SecretLintCoreConfig["rules"][number]): Contender["look"] {
  return async ({ path, text }) => {
    const { messages } = await lintSource({
      source: { filePath: path, content: text, ext: "", contentType: "text" },
      options: { config: { rules: [rule] } },
    });
    return messages.map(({ messageId, loc }) => ({ id: messageId, line: loc.start.line }));
  };
}

function occurrences(text: string, secret: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    places.push({ id: "", line: lineAt(text, at) });
  }
  return places;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function readTexts(): readonly LabelledText[] {
  return [
    ...readBlindCases().map((example): LabelledText => ({ set: "blind", ...example })),
    ...readFixtures().map(({ path, text, expected }): LabelledText => ({
      set: "fixtures",
      path,
      text,
      must: expected,
      may: [],
    })),
  ];
}

export async function judgeTexts(): Promise<readonly JudgedText[]> {
  const judged: JudgedText[] = [];
  for (const example of readTexts()) {
    for (const { name, look } of CONTENDERS) {
      judged.push(judge(example, { contender: name, places: await look(example) }));
    }
  }
  return judged;
}

function judge(
  example: LabelledText,
  { contender, places }: { readonly contender: string; readonly places: readonly Place[] },
): JudgedText {
  const { must, may } = example;
  const isOurs = contender === OURS;
  // Ours has to say what it is; a peer is right wherever it speaks of the right line, or file.
  const nameOf = (place: string): string => (isOurs ? place : (place.split("@")[1] ?? "file"));
  const said = places.map(({ id, line }) => {
    const hasLines = example.set === "blind";
    if (isOurs) return hasLines ? `${id}@${line}` : id;
    return hasLines ? String(line) : "file";
  });
  const score = scoreOf({ must: must.map(nameOf), may: may.map(nameOf), said });
  const found = must.filter((place) => said.includes(nameOf(place)));
  return { example, contender, score, foundIds: found.map(idOf) };
}

export function idOf(place: string): string {
  return place.split("@")[0] ?? place;
}

export const IDS: readonly string[] = MESSAGE_IDS;
