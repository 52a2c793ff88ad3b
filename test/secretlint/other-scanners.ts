import { entropyOf } from "../../eslint-plugin/secretlint/secret-value.ts";

/** Finds the secrets in a text, as one of the scanners of others does. */
export type Scan = (text: string) => readonly string[];

/**
 * What RE2, Hyperscan and JavaScript read alike: characters, classes of them, groups, choices, and how often. Nothing
 * looks around, back, or at flags.
 */
const COMMON_SYNTAX =
  /^(?:[\w%&=:;,/ -]|\\[\\b]|\[\^?(?:[A-Za-z0-9]-[A-Za-z0-9]|[\w+/=]|-(?=\]))+\]|\((?:\?:|(?!\?))|[)|?]|\{\d{1,3}(?:,\d{1,3})?\})+$/;

export function isCommonSyntax(pattern: string): boolean {
  return COMMON_SYNTAX.test(pattern);
}

function compile(pattern: string): string {
  if (!isCommonSyntax(pattern)) throw new Error(`not every scanner reads ${pattern}`);
  return pattern;
}

export interface GitleaksRule {
  readonly id: string;
  readonly regex: string;
  readonly secretGroup: number;
  readonly entropy: number;
  readonly keywords: readonly string[];
  readonly stopwords: readonly string[];
}

/** Reads as much of TOML as our file is made of. */
export function readGitleaksRules(toml: string): readonly GitleaksRule[] {
  const [, ...rules] = toml.split("\n[[rules]]\n");
  return rules.map((rule) => ({
    id: valueIn(rule, "id").slice(1, -1),
    regex: valueIn(rule, "regex").slice(3, -3),
    secretGroup: Number(valueIn(rule, "secretGroup")),
    entropy: Number(valueIn(rule, "entropy")),
    keywords: JSON.parse(valueIn(rule, "keywords")) as readonly string[],
    stopwords: rule.includes("\n[[rules.allowlists]]\n")
      ? (JSON.parse(valueIn(rule, "stopwords")) as readonly string[])
      : [],
  }));
}

function valueIn(rule: string, name: string): string {
  const value = new RegExp(`^${name} = (.+)$`, "m").exec(rule)?.[1];
  if (value === undefined) throw new Error(`the rule has no ${name}`);
  return value;
}

/** As its `detectRule` goes about it, without decoding, and without the rules that it comes with. */
export function scanWithGitleaks(rules: readonly GitleaksRule[]): Scan {
  return (text) => rules.flatMap((rule) => applyGitleaksRule(rule, text));
}

function applyGitleaksRule(rule: GitleaksRule, text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (!rule.keywords.some((keyword) => lower.includes(keyword))) return [];
  const source = compile(rule.regex);
  return Array.from(text.matchAll(new RegExp(source, "g"))).flatMap(([match]) => {
    // The group is looked for in the match alone, where nothing stands before it any more.
    const secret = new RegExp(source).exec(match)?.[rule.secretGroup] ?? match;
    const isMadeUp = rule.stopwords.some((word) => secret.toLowerCase().includes(word));
    return entropyOf(secret) <= rule.entropy || isMadeUp ? [] : [secret];
  });
}

export interface GithubPattern {
  readonly format: string;
  readonly before: string;
  readonly after: string;
  readonly mustNotMatch: readonly string[];
}

/** Reads the page's fields: a line that ends with a colon, then a block. */
export function readGithubPatterns(page: string): readonly GithubPattern[] {
  const [, ...sections] = page.split(/^## /m);
  return sections.map((section) => {
    const fields = Array.from(section.matchAll(/^(.+):\n\n```text\n(.+)\n```$/gm), (match) => {
      const [, field = "", text = ""] = match;
      return { field, text };
    });
    const textsOf = (name: string): readonly string[] =>
      fields.flatMap(({ field, text }) => (field === name ? [text] : []));
    const textOf = (name: string): string => {
      const [text, ...others] = textsOf(name);
      if (text === undefined || others.length > 0) throw new Error(`not one ${name} in ${section}`);
      return text;
    };
    return {
      format: textOf("Secret format"),
      before: textOf("Before secret"),
      after: textOf("After secret"),
      mustNotMatch: textsOf("Additional match requirements, secret must not match"),
    };
  });
}

/** Hyperscan tells of every match, whatever it overlaps, so that none takes anything from the next. */
export function scanWithGithub(patterns: readonly GithubPattern[]): Scan {
  return (text) => patterns.flatMap((pattern) => applyGithubPattern(pattern, text));
}

function applyGithubPattern(pattern: GithubPattern, text: string): readonly string[] {
  const before = besideText(pattern.before, { edge: "\\A", as: "^" });
  const after = besideText(pattern.after, { edge: "\\z", as: "$" });
  const secret = new RegExp(`(?<=${before})(?:${compile(pattern.format)})(?=${after})`, "g");
  const unwanted = pattern.mustNotMatch.map((source) => new RegExp(compile(source)));
  return Array.from(text.matchAll(secret), ([found]) => found).filter(
    (found) => !unwanted.some((expression) => expression.test(found)),
  );
}

/** The edge of the text stands first, as GitHub's own defaults have it. */
function besideText(pattern: string, { edge, as }: { edge: string; as: string }): string {
  if (!pattern.startsWith(`${edge}|`)) throw new Error(`${pattern} does not begin with ${edge}`);
  return `${as}|${compile(pattern.slice(edge.length + 1))}`;
}
