import { findKeys } from "../src/key/find-keys.ts";
import { secretsWithin } from "../src/key/secrets-within.ts";
import type { ProcessEnvironment, RawInputs } from "./raw-inputs.ts";

const PROXY_VARIABLES = [
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "ALL_PROXY",
  "all_proxy",
];

/** Everything this run is handed that nobody may see: both keys, whatever they are wrapped in, and more. */
export function collectSecrets(raw: RawInputs, env: ProcessEnvironment): readonly string[] {
  const keys = [raw["api-key"], raw["previous-api-key"]].flatMap((value) =>
    secretsWithin(value ?? ""),
  );
  const tenantKeys = secretsInJson(raw["tenant-keys"] ?? "");
  const token = raw["github-token"]?.trim() ?? "";
  const proxies = PROXY_VARIABLES.flatMap((name) => credentialsIn(env[name] ?? ""));
  return [...new Set([...keys, ...tenantKeys, token, ...proxies])].filter(
    (secret) => secret !== "",
  );
}

/** Of an object of names and keys every value. What is no such object may be a key all the same, and is hidden whole. */
function secretsInJson(text: string): readonly string[] {
  if (text.trim() === "") return [];
  const values = valuesIn(parseLeniently(text));
  return [...(values.length === 0 ? [text] : values).flatMap(secretsWithin), ...keysIn(text)];
}

function keysIn(text: string): readonly string[] {
  return findKeys(text).map(({ key }) => key);
}

function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the text.
    return undefined;
  }
}

function valuesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}

/** The user and password of a proxy's address, as written and as sent. */
function credentialsIn(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const { username, password } = new URL(address);
  const written = [password, username === "" ? "" : `${username}:${password}`];
  return written
    .flatMap((text) => [text, decodeLeniently(text)])
    .filter((text) => text !== "" && text !== ":");
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
