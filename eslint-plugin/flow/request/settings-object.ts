import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../syntax/binding.ts";
import { calledFunction } from "../syntax/called-function.ts";
import type { Call } from "../syntax/callee.ts";
import { staticTextOf } from "../syntax/static-text.ts";
import type { CarriedKey } from "../flow.ts";
import { rawKeyIn, type Reading } from "../raw-key.ts";
import { urlsOf } from "./url.ts";

/** An object that says both where a client is to send its requests and with which key. */
export interface ClientSettings {
  readonly address: TSESTree.Node;
  readonly host: string;
  readonly key: CarriedKey;
}

/** What an address is called, in lower case and without underscores. */
const ADDRESS_NAMES: ReadonlySet<string> = new Set([
  "baseurl",
  "baseuri",
  "url",
  "uri",
  "host",
  "hostname",
  "endpoint",
  "apiurl",
  "origin",
  "domain",
  "base",
  "server",
]);

/** `{ baseUrl: "https://…", apiKey: process.env.PLEO_API_KEY }`, if it says one of each. */
export function clientSettingsIn(
  reading: Reading,
  { properties }: TSESTree.ObjectExpression,
): ClientSettings | undefined {
  if (properties.length < 2) return undefined;
  const [address, ...addresses] = properties.filter(isAddress);
  if (address === undefined || addresses.length > 0) return undefined;
  const host = hostIn(reading.sourceCode, address.value);
  if (host === undefined) return undefined;
  const [key, ...keys] = properties.flatMap((each) =>
    each.type === "Property" ? (keyOf(reading, each) ?? []) : [],
  );
  if (key === undefined || keys.length > 0) return undefined;
  return { address: address.value, host, key };
}

/** `apiKey: key`, or `auth: { username: key, password: "" }`. */
function keyOf(reading: Reading, property: TSESTree.Property): CarriedKey | undefined {
  if (propertyName(property) !== "auth") return rawKeyIn(reading, property.value);
  const keys = reading.flow.keysIn(property.value);
  return keys.find(({ inside: [name, ...deeper] }) => deeper.length === 0 && isUser(name));
}

function isUser(name = ""): boolean {
  return name === "" || name === "user" || name === "username";
}

/** `new Client("https://…", key)`, `super("https://…", key)`, `ask("https://…", key)`: the same, one after the other. */
export function clientSettingsOfCall(reading: Reading, call: Call): ClientSettings | undefined {
  const { arguments: args } = call;
  if (args.length < 2 || !takesSettings(reading, call)) return undefined;
  const [address, ...addresses] = args.filter((each) => isWrittenAddress(reading, each));
  if (address === undefined || addresses.length > 0) return undefined;
  const [key, ...keys] = args.flatMap((each) =>
    reading.flow.keysIn(each).filter(({ inside }) => inside.length === 0),
  );
  if (key === undefined || keys.length > 0) return undefined;
  const host = hostIn(reading.sourceCode, address);
  return host === undefined ? undefined : { address, host, key };
}

/** A class, or a function of this file; what others do with an address may be something else: `open(url, key)`. */
function takesSettings({ sourceCode }: Reading, { type, callee }: Call): boolean {
  if (type === "NewExpression") return !KEEPS_PAIRS.has(lastNameOf(callee) ?? "");
  return callee.type === "Super" || calledFunction(sourceCode, bare(callee)) !== undefined;
}

const KEEPS_PAIRS: ReadonlySet<string> = new Set(["Map", "Set", "Error", "Array", "Headers"]);

function isWrittenAddress({ sourceCode }: Reading, argument: TSESTree.Node): boolean {
  if (argument.type === "SpreadElement") return false;
  const [start] = staticTextOf(sourceCode, argument);
  return typeof start === "string" && /^https?:\/\//i.test(start);
}

function isAddress(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  if (property.type !== "Property") return false;
  const name = propertyName(property);
  return name !== undefined && ADDRESS_NAMES.has(name.replace("_", "").toLowerCase());
}

function hostIn(sourceCode: TSESLint.SourceCode, value: TSESTree.Node): string | undefined {
  const [url, ...others] = urlsOf(sourceCode, value);
  if (url === undefined || others.length > 0) return undefined;
  const [text] = url.text;
  const bare =
    typeof text === "string" && url.text.length === 1 && /^[a-z\d.-]+$/i.test(text)
      ? text
      : undefined;
  return url.host ?? bare;
}
