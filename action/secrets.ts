import { secretsWithin } from "../src/key/secrets-within.ts";
import type { Environment, RawInputs } from "./raw-inputs.ts";

const PROXY_VARIABLES = [
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "ALL_PROXY",
  "all_proxy",
];

/** Everything this run is handed that nobody may see: both keys, whatever they are wrapped in, and more. */
export function collectSecrets(raw: RawInputs, env: Environment): readonly string[] {
  const keys = [raw["api-key"], raw["previous-api-key"]].flatMap((value) =>
    secretsWithin(value ?? ""),
  );
  const token = raw["github-token"]?.trim() ?? "";
  const proxies = PROXY_VARIABLES.flatMap((name) => credentialsIn(env[name] ?? ""));
  return [...new Set([...keys, token, ...proxies])].filter((secret) => secret !== "");
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
