import type { Peel } from "./damage.ts";
import { isKeyShaped } from "../shape.ts";

/** Opens what is written around a value when it is copied together with its surroundings. */
export const openWrapping: readonly ((text: string) => Peel | undefined)[] = [
  openJson,
  openCurl,
  openUrl,
  openAssignment,
];

const JSON_TEXT = /^[[{].*[\]}]$|^"[^"]*"\s*:\s*"/s;
const JSON_VALUE = /:\s*"((?:[^"\\]|\\.)*)"/g;

/** The only value, or the one that looks like a key. */
function openJson(text: string): Peel | undefined {
  if (!JSON_TEXT.test(text) || !text.includes('"')) return undefined;
  const values = [...text.matchAll(JSON_VALUE)].map(([, value = ""]) => value);
  const value = values.find(isKeyShaped) ?? (values.length === 1 ? values[0] : undefined);
  return { text: value ?? text, damages: ["json"] };
}

const CURL = /^\$?\s*curl(?:\.exe)?\s/i;
const CURL_USER = /\s(?:-u|--user)[\s=]*("[^"]*"|'[^']*'|[^\s"']+)/;
const CURL_HEADER = /\s(?:-H|--header)[\s=]*("authorization:[^"]*"|'authorization:[^']*')/i;

function openCurl(text: string): Peel | undefined {
  if (!CURL.test(text)) return undefined;
  const value = CURL_USER.exec(text)?.[1] ?? CURL_HEADER.exec(text)?.[1];
  return { text: value?.replace(/^["']|["']$/g, "") ?? text, damages: ["curl-command"] };
}

const URL = /^[a-z][a-z0-9+.-]*:\/\//i;
const SPEAKING_PARAMETER = /key|token|secret/i;

/** Cut up by position and not by one expression, which would try each of its parts at each place. */
function openUrl(text: string): Peel | undefined {
  if (!URL.test(text)) return undefined;
  return { text: userOf(text) ?? parameterOf(text) ?? text, damages: ["url"] };
}

function userOf(url: string): string | undefined {
  const [authority = ""] = url.slice(url.indexOf("://") + 3).split(/[\s/?#]/, 1);
  const [user = ""] = authority.slice(0, authority.indexOf("@") + 1).split(/[:@]/, 1);
  return user === "" ? undefined : user;
}

function parameterOf(url: string): string | undefined {
  const [, query = ""] = /^[^?#]*\?([^#\s]*)/.exec(url) ?? [];
  const parameters = query.split(/[?&]/).map((each) => each.split("=", 2));
  const [, value = ""] = parameters.find(([name = ""]) => SPEAKING_PARAMETER.test(name)) ?? [];
  return value === "" ? undefined : value;
}

const KEYWORD =
  "(?:(?:-\\s+|export\\s+|set\\s+|setx\\s+|env\\s+|const\\s+|let\\s+|var\\s+|\\$env:))?";
const ASSIGNMENT = new RegExp(
  `^${KEYWORD}-{0,2}([A-Za-z_][A-Za-z0-9_.-]*)\\s*(?::?=(?!=)|:\\s)\\s*(.*)$`,
  "s",
);
const CONSTANT_NAME = /^[A-Z][A-Z0-9_]*$/;
const SPEAKING_NAME = /pleo|key|token|secret|password|credential|auth/i;
const HEADER_NAME = /^(?:proxy-)?authorization$/i;

/** `NAME=value`, `export NAME=value`, `name: value`. The name must sound like one of a setting. */
function openAssignment(text: string): Peel | undefined {
  const [, name = "", value = ""] = ASSIGNMENT.exec(text) ?? [];
  const isSetting = isSettingName(name, value);
  if (!isSetting || HEADER_NAME.test(name)) return undefined;
  return { text: value, damages: ["assignment"] };
}

/** With nothing after it the name must leave no doubt: base64 may end in one `=` as well. */
function isSettingName(name: string, value: string): boolean {
  const [isSpeaking, isConstant] = [SPEAKING_NAME.test(name), CONSTANT_NAME.test(name)];
  return value === "" ? isSpeaking && isConstant : isSpeaking || isConstant;
}
