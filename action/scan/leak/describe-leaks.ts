import { optional } from "../../../src/optional.ts";
import type { Finding, Place } from "../../../src/report/finding.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import { toLogText } from "../../plain-text.ts";
import { count } from "./count.ts";
import type { Leak } from "./leak.ts";
import type { Origin } from "./leak-origin.ts";

export interface Wording {
  readonly revoke: string;
  readonly renew: string;
  /** What each of the keys is called. */
  readonly which: readonly string[];
  /** Hides every form of every key. */
  readonly hide: (text: string) => string;
}

export function describeLeak(leak: Leak, origin: Origin, wording: Wording): Finding {
  const what = {
    place: placeIn(leak, origin, wording.hide),
    which: wording.which[leak.key] ?? "the key",
    spelling: leak.words,
    since: origin.since,
  };
  if (origin.isMeant === true) {
    return createScanFinding("key-in-env-file", what, whereOf(leak, origin, wording.hide));
  }
  const { holder } = origin;
  const values = { ...what, holder, revoke: wording.revoke, renew: wording.renew };
  const id = origin.isOld ? "key-leaked-before" : "key-leaked";
  return createScanFinding(id, values, whereOf(leak, origin, wording.hide));
}

export function describeShape(leak: Leak, wording: Wording): Finding {
  const place = placeIn(leak, undefined, wording.hide);
  const where = whereOf(leak, undefined, wording.hide);
  return createScanFinding("key-shaped-text", { place, revoke: wording.revoke }, where);
}

function whereOf(
  { kind, name, line }: Leak,
  origin: Origin | undefined,
  hide: Wording["hide"],
): { readonly where?: Place } {
  // A message stands in no file.
  if (kind === "commit" || kind === "tag" || kind === "reference") return {};
  const where = { ...optional("line", line), ...optional("commit", origin?.commit) };
  return { where: { file: hideInName(name, hide), ...where } };
}

function placeIn(leak: Leak, origin: Origin | undefined, hide: Wording["hide"]): string {
  const name = `\`${showName(leak.name, hide)}\``;
  switch (leak.kind) {
    case "commit":
      return "The message of a commit";
    case "tag":
      return `The message of the tag ${name}`;
    case "reference":
      return `The name of the ${referenceKind(leak.name)} ${name}`;
    case "file name":
      return origin?.commit === undefined ? `The name of ${name}` : `The name of a file, ${name},`;
    case "file":
      return leak.line === undefined ? `The file ${name}` : `Line ${leak.line} of ${name}`;
  }
}

function referenceKind(name: string): string {
  if (name.startsWith("refs/tags/")) return "tag";
  return /^refs\/(?:heads|remotes)\//.test(name) ? "branch" : "reference";
}

const LONGEST_NAME = 200;

/** A name on one line, short enough to be read, with nothing in it that could be taken for more than a name. */
export function showName(name: string, hide: (text: string) => string): string {
  const line = toLogText(hideInName(name, hide)).replaceAll(/\s/g, " ").replaceAll("`", "'");
  if (line.length <= LONGEST_NAME) return line;
  const half = LONGEST_NAME / 2;
  return `${line.slice(0, half)} … ${line.slice(-half)}`;
}

/** Also what shows once somebody takes out what cannot be seen, or a line end. */
function hideInName(name: string, hide: (text: string) => string): string {
  const joined = name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, "");
  const hidden = hide(joined);
  return hidden === joined ? hide(name) : hidden;
}

/** The last finding says how much was left out. */
export function withRest(findings: readonly Finding[], more: number): readonly Finding[] {
  const last = findings.at(-1);
  if (last === undefined || more === 0) return findings;
  const rest = more === 1 ? "one more time" : count(more, "more time", "more times");
  const message = `${last.message} It was found ${rest}, which is not listed.`;
  return [...findings.slice(0, -1), { ...last, message }];
}
