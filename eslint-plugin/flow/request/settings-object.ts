import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../syntax/binding.ts";
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
  const values = properties.flatMap((each) => (each.type === "Property" ? [each.value] : []));
  const [key, ...keys] = values.flatMap((value) => rawKeyIn(reading, value) ?? []);
  if (key === undefined || keys.length > 0) return undefined;
  return { address: address.value, host, key };
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
