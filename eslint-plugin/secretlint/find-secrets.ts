import { mayHoldUnseenPrefix } from "../../src/key/reading/spelled-prefix.ts";
import { findAnsibleLogs } from "./ansible-logs.ts";
import { findTableValues } from "./csv-values.ts";
import { fileKindOf, mayHoldCommands } from "./file-kind.ts";
import { besides, inOrder, plainFinding } from "./finding.ts";
import type { Finding, MessageId, Range } from "./finding.ts";
import { createGlance } from "./glance.ts";
import { findNamedValues } from "./named-values.ts";
import type { NamedValue } from "./named-values.ts";
import type { Settings } from "./options.ts";
import { createPublicNameFinder } from "./public-values.ts";
import { KEY_TRACES, wideView } from "./readings.ts";
import { createSecretNames } from "./secret-names.ts";
import type { SecretNames } from "./secret-names.ts";
import { isSecretValue } from "./secret-value.ts";
import { findSentToPleo } from "./sent-to-pleo.ts";
import { findShellLogs } from "./shell-logs.ts";
import { findSourceLogs } from "./source-logs.ts";
import { wholeView } from "./text-view.ts";
import type { TextView } from "./text-view.ts";
import {
  findPleoTokens,
  findWebhookSecrets,
  isSampleToken,
  isToken,
  TOKEN_TRACE,
  signingPart,
} from "./tokens.ts";
import { findWrittenKeys } from "./written-keys.ts";

/** A file as secretlint hands it over: what is no text comes as one, too. */
interface ScannedFile {
  readonly text: string;
  readonly path: string;
}

/** Everything to report of a file, from left to right. Pure, and linear in the length of the text. */
export type SecretFinder = (file: ScannedFile) => readonly Finding[];

export function createSecretFinder(settings: Settings): SecretFinder {
  const names = createSecretNames(settings.keyNames);
  const isSecret = (value: string): boolean => isSecretValue(value, settings.minimumEntropy);
  const findPublicNames = createPublicNameFinder({ keyNames: settings.keyNames, names, isSecret });
  const rules = { names, isSecret, findPublicNames };
  const mayHoldTraces = createGlance([...KEY_TRACES, ...names.traces, TOKEN_TRACE]);
  return ({ text, path }) => {
    // Most files of most projects end here, so this decides what the rule costs.
    if (!mayHoldTraces(text) && !mayHoldUnseenPrefix(text)) return [];
    const wide = wideView(text);
    const view = wide ?? wholeView(text);
    const readings = wide === undefined ? [] : (["narrow"] as const);
    const keys = inOrder(findWrittenKeys(view, readings));
    const others = findByContext({ text: view.text, path }, rules).map((finding) =>
      inFile(finding, { view, readings }),
    );
    const found = inOrder([...keys, ...withoutOverlap(others, keys)]);
    return found.filter(({ secret, range }) => {
      return (
        secret === undefined ||
        !(settings.isAllowed(secret.value) || settings.isAllowed(text.slice(...range)))
      );
    });
  };
}

interface Rules {
  readonly names: SecretNames;
  readonly isSecret: (value: string) => boolean;
  readonly findPublicNames: ReturnType<typeof createPublicNameFinder>;
}

/** What only the text around it makes a secret, or a leak of one. */
function findByContext({ text, path }: ScannedFile, rules: Rules): readonly Finding[] {
  const { names, isSecret, findPublicNames } = rules;
  const tokens = findPleoTokens(text);
  if (!names.mayStandIn(text)) return tokens;
  const kind = fileKindOf(path);
  return [
    ...tokens,
    ...findWebhookSecrets(text, isSecret),
    ...findSentToPleo(text, { kind, isSecret }),
    ...[
      ...findNamedValues(text, { names, kind }),
      ...(kind === "table" ? findTableValues(text, { names, isSecret }) : []),
    ].flatMap((value) => judgeNamed(value, isSecret)),
    ...referencesOf("PLEO_PUBLIC_ENV", findPublicNames(text, path)),
    ...referencesOf(
      "PLEO_KEY_IN_LOG",
      mayHoldCommands(path, text) ? findShellLogs(text, names) : [],
    ),
    ...referencesOf(
      "PLEO_KEY_IN_LOG",
      kind === "source" ? findSourceLogs({ text, path }, names) : [],
    ),
    ...referencesOf("PLEO_KEY_IN_LOG", /\.ya?ml$/i.test(path) ? findAnsibleLogs(text, names) : []),
  ];
}

function referencesOf(messageId: MessageId, ranges: readonly Range[]): readonly Finding[] {
  return ranges.map((range) => ({ messageId, range }));
}

function judgeNamed(
  { text, range, role }: NamedValue,
  isSecret: (value: string) => boolean,
): readonly Finding[] {
  const messageId = messageIdOf(text, role, isSecret);
  return messageId === undefined ? [] : [plainFinding(messageId, text, range[0])];
}

function messageIdOf(
  value: string,
  role: NamedValue["role"],
  isSecret: (value: string) => boolean,
): MessageId | undefined {
  if (isToken(value)) return isSampleToken(value) ? undefined : "PLEO_LEGACY_TOKEN";
  if (role === "token") return undefined;
  const signing = signingPart(value);
  if (!isSecret(signing ?? value)) return undefined;
  return signing !== undefined || role === "webhook-secret"
    ? "PLEO_WEBHOOK_SECRET"
    : "PLEO_KEY_ASSIGNMENT";
}

function inFile(
  { messageId, range, secret }: Finding,
  { view, readings }: { readonly view: TextView; readonly readings: readonly "narrow"[] },
): Finding {
  const inSource = { messageId, range: view.toSource(...range) };
  if (secret === undefined) return inSource;
  const { value, spelling } = secret;
  return { ...inSource, secret: { value, spelling: { ...spelling, readings } } };
}

/** Of several that share characters only the first; what was found by its shape goes before all. */
function withoutOverlap(others: readonly Finding[], keys: readonly Finding[]): readonly Finding[] {
  let end = 0;
  return besides(inOrder(others), keys).filter(({ range }) => {
    const isFree = range[0] >= end;
    if (isFree) end = range[1];
    return isFree;
  });
}
