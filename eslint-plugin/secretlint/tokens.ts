import { decodeBase64 } from "../../src/key/encoding/base64.ts";
import { tokenKind } from "../../src/key/judging/token.ts";
import { plainFinding } from "./finding.ts";
import type { Finding } from "./finding.ts";
import type { Trace } from "./glance.ts";
import { WORD } from "./secret-names.ts";

/** What every token begins with. */
export const TOKEN_TRACE: Trace = {
  pattern: "J(?<=eyJ)[\\w-]{8}",
  mark: "J",
  signs: [{ on: -1, oneOf: "y" }],
};
const TOKEN = /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{8,8000}\.[\w-]{0,2000}/g;
const PLEO_ISSUER = /"iss"\s*:\s*"(?:pleo\.|https?:\/\/(?:[\w-]+\.)*pleo\.io)/;

/** Tokens that say themselves that Pleo issued them. */
export function findPleoTokens(text: string): readonly Finding[] {
  if (!text.includes("eyJ")) return [];
  return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: token, index }) =>
    PLEO_ISSUER.test(claimsOf(token)) && !isSampleToken(token)
      ? [plainFinding("PLEO_LEGACY_TOKEN", token, index)]
      : [],
  );
}

function claimsOf(token: string): string {
  return decodeBase64(token.split(".", 2)[1] ?? "");
}

/** Made up, as in the documentation of tokens. */
const SAMPLE = /1234567890|John Doe|example/i;

export function isSampleToken(token: string): boolean {
  return SAMPLE.test(claimsOf(token)) || /x{4}|\.{3}|signature$/i.test(token);
}

export function isToken(value: string): boolean {
  return tokenKind(value) !== undefined;
}

const WEBHOOK_SECRET = /(?<![A-Za-z0-9_])whsec_[A-Za-z0-9+/=_-]{16,200}/g;
const NEAR = 120;
const PLEO = new RegExp(WORD);
const OTHERS = /stripe|svix|clerk|resend|openai|replicate/i;

/** What is random of `whsec_…`: a slash that it begins with is none of a path's. */
export function signingPart(secret: string): string | undefined {
  return /^whsec_\/*(.*)$/s.exec(secret)?.[1];
}

/** Other products begin theirs alike, so Pleo must be named nearby, and nobody else. */
export function findWebhookSecrets(
  text: string,
  isSecret: (value: string) => boolean,
): readonly Finding[] {
  if (!text.includes("whsec_")) return [];
  return Array.from(text.matchAll(WEBHOOK_SECRET)).flatMap(({ 0: secret, index }) => {
    const end = index + secret.length;
    const near = text.slice(Math.max(0, index - NEAR), index) + text.slice(end, end + NEAR);
    return PLEO.test(near) && !OTHERS.test(near) && isSecret(signingPart(secret) ?? "")
      ? [plainFinding("PLEO_WEBHOOK_SECRET", secret, index)]
      : [];
  });
}
