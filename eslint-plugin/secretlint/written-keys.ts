import { decodeBase64 } from "../../src/key/encoding/base64.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import type { FoundKey } from "../../src/key/find-keys.ts";
import { besides } from "./finding.ts";
import type { Finding, MessageId } from "./finding.ts";
import { assemble } from "./readings.ts";
import type { ReadingName } from "./readings.ts";
import { through } from "./text-view.ts";
import type { TextView } from "./text-view.ts";

/** Every key of a shape that is known: as it is, in another spelling, in pieces, behind escapes. */
export function findWrittenKeys(
  file: TextView,
  readings: readonly ReadingName[],
): readonly Finding[] {
  const found = findKeys(file.text).map((key) => findingOf(key, { view: file, readings }));
  const assembled = assemble(file.text);
  if (assembled === undefined) return found;
  const view = through(file, assembled.view);
  const inPieces = findKeys(view.text).map((key) =>
    findingOf(key, { view, readings: [...readings, assembled.reading] }),
  );
  return [...found, ...besides(inPieces, found)];
}

function findingOf(
  key: FoundKey,
  { view, readings }: { readonly view: TextView; readonly readings: readonly ReadingName[] },
): Finding {
  const spelling = { readings, key: key.spelling };
  return {
    messageId: messageIdOf(key, view.text),
    range: view.toSource(key.start, key.end),
    secret: { value: key.key, spelling },
  };
}

const WINDOW = 100;
const AFTER_CURL_USER = /(?:^|\s|["'[,])(?:-u|--user|--proxy-user)["']?[\s=,]*\\{0,3}["']?$/;

function messageIdOf(found: FoundKey, text: string): MessageId {
  switch (found.place) {
    case "basic-header":
      return "PLEO_BASIC_AUTH";
    case "url-user":
    case "url-query":
      return "PLEO_KEY_IN_URL";
    case "text":
      return isCredential(found, text) ? "PLEO_BASIC_AUTH" : "PLEO_API_KEY";
  }
}

/** The key as curl takes it, or in the base64 that belongs into the header: with the colon of an empty password. */
function isCredential({ key, start, spelling }: FoundKey, text: string): boolean {
  if (AFTER_CURL_USER.test(text.slice(Math.max(0, start - WINDOW), start))) return true;
  if (spelling.kind !== "base64" || spelling.skipBits !== 0) return false;
  return decodeBase64(text, 0, { start, limit: key.length + 1 }) === `${key}:`;
}
