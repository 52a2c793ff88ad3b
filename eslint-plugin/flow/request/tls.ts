import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { settledValue } from "../syntax/constant-member.ts";

type SourceCode = TSESLint.SourceCode;

/** Each switch by which a program stops checking who answers, and the values that do so. */
const SWITCHES: Readonly<Record<string, (value: TSESTree.Node) => boolean>> = {
  rejectUnauthorized: isFalse,
  strictSSL: isFalse,
  NODE_TLS_REJECT_UNAUTHORIZED: isZero,
  checkServerIdentity: saysNothing,
};

/** Does a property of this name with this value turn the check of certificates off? */
export function isWithoutTlsCheck(
  sourceCode: SourceCode,
  name: string,
  value: TSESTree.Node,
): boolean {
  const isOff = Object.hasOwn(SWITCHES, name) ? SWITCHES[name] : undefined;
  return isOff?.(settledValue(sourceCode, value)) ?? false;
}

function isFalse(value: TSESTree.Node): boolean {
  if (value.type === "Literal") return value.value === false || value.value === 0;
  const isNegated = value.type === "UnaryExpression" && value.operator === "!";
  return isNegated && value.argument.type === "Literal" && value.argument.value === 1;
}

function isZero(value: TSESTree.Node): boolean {
  return value.type === "Literal" && (value.value === "0" || value.value === 0);
}

/** `() => undefined`, `() => {}`: an answer that finds no fault with any certificate. */
function saysNothing(value: TSESTree.Node): boolean {
  if (value.type !== "ArrowFunctionExpression" && value.type !== "FunctionExpression") return false;
  const { body } = value;
  if (body.type !== "BlockStatement") return isNothing(body);
  const [first, ...others] = body.body;
  if (first === undefined) return true;
  if (first.type !== "ReturnStatement" || others.length > 0) return false;
  return first.argument === null || isNothing(first.argument);
}

function isNothing(node: TSESTree.Node): boolean {
  if (node.type === "Identifier") return node.name === "undefined";
  if (node.type === "UnaryExpression") return node.operator === "void";
  return node.type === "Literal" && node.value === null;
}

/** What talks to databases and mail servers, and never to Pleo. */
const OTHER_PROTOCOL =
  /^(?:ssl|tls|dialectOptions|Pool|PoolConfig|Sequelize|DataSource|DataSourceOptions|createTransport|createPool|createConnection|knex|Redis|IORedis|Cluster|Kafka|MongoClient|drizzle|postgres|ImapFlow|Imap|amqp)$/;

/** Says the name of a function or property that a connection has nothing to do with HTTP? */
export function servesOtherProtocol(name: string): boolean {
  return OTHER_PROTOCOL.test(name);
}
