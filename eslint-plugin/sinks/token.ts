import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee } from "../flow/syntax/callee.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

const SIGNERS = wordSet("sign signAsync jwtSign encode encrypt seal sealData signToken");
const TOKEN_MODULES =
  /^(?:jsonwebtoken|hono\/jwt|hono\/utils\/jwt|jose|jwt-simple|fast-jwt|paseto|paseto-ts(?:\/.*)?|@nestjs\/jwt|@fastify\/jwt|@tsndr\/cloudflare-worker-jwt|njwt|iron-session|@hapi\/iron|iron-webcrypto|next-auth\/jwt|@auth\/core\/jwt|koa-jwt|express-jwt)$/;
const DJWT = /(?:^|[/@])djwt(?:[/@]|$)/;
const TOKEN_CLASSES = wordSet("SignJWT EncryptJWT UnsecuredJWT CompactSign CompactEncrypt");
const TOKEN_OWNER = /^(?:jwt|jsonwebtoken|paseto|v[1-4]|jwtservice|iron)$/i;

/** The payload of a token that a call makes; its secret is none. */
export function tokenPayload({
  names,
  path,
  module,
  madeBy,
  isNew,
  args,
}: Callee): TSESTree.Node | undefined {
  const [payload, second] = args;
  const name = path.at(-1) ?? names.at(-1) ?? "";
  if (isNew) {
    return TOKEN_CLASSES.has(name) && (module === undefined || TOKEN_MODULES.test(module))
      ? payload
      : undefined;
  }
  if (madeBy?.callee.module === "fast-jwt") return payload;
  // `create(header, payload, key)` of Deno's.
  if (name === "create" && module !== undefined && DJWT.test(module)) return second;
  const method = names.at(-1) ?? "";
  if (!SIGNERS.has(name) && !SIGNERS.has(method)) return undefined;
  if (method === "jwtSign") return payload;
  if (module !== undefined && TOKEN_MODULES.test(module)) return payload;
  return names.length > 1 && TOKEN_OWNER.test(names.at(-2)?.replace(/^#/, "") ?? "")
    ? payload
    : undefined;
}
