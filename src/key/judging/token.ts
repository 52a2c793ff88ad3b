import { decodeBase64 } from "../encoding/base64.ts";

/** Whose token: of Pleo's legacy API, of OAuth, or one that does not tell. */
export type TokenKind = "legacy" | "oauth" | "jwt";

/**
 * Three base64url parts, the first of which opens a JSON object. The last may be empty: no signature. An
 * encrypted token has five, and some of them may be empty.
 */
const JWT =
  /^eyJ[A-Za-z0-9_-]*\.(?:([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*|(?:[A-Za-z0-9_-]*\.){3}[A-Za-z0-9_-]*)$/;
const OAUTH_HEADER = /"typ"\s*:\s*"(?:application\/)?at\+jwt"/i;
const OAUTH_PAYLOAD = /"iss"\s*:\s*"pleo\./;
/** What public clients read from legacy tokens: whose company and which user. */
const LEGACY_PAYLOAD = /"company_?id"\s*:/i;

/** What kind of JWT this is; `undefined` if it is none. */
export function tokenKind(text: string): TokenKind | undefined {
  const parts = JWT.exec(text);
  if (parts === null) return undefined;
  const claims = decodeBase64(parts[1] ?? "");
  // Decoding stops at the dot, so this is the header alone.
  if (OAUTH_HEADER.test(decodeBase64(text)) || OAUTH_PAYLOAD.test(claims)) return "oauth";
  return LEGACY_PAYLOAD.test(claims) ? "legacy" : "jwt";
}
