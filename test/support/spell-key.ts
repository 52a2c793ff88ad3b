/** How a key may be written: made with the platform's own encoders, so that ours are checked against them. */
export const SPELLERS: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  "with colon": (key) => `${key}:`,
  base64: (key) => base64(key),
  "base64 with colon": (key) => base64(`${key}:`),
  "base64 without padding": (key) => base64(`${key}:`).replaceAll("=", ""),
  "base64 url": (key) => Buffer.from(`\u00ff\u00ff${key}:`, "latin1").toString("base64url"),
  "base64 one byte in": (key) => base64(`{${key}}`),
  "base64 two bytes in": (key) => base64(`{"${key}"}`),
  "base64 of a file": (key) => base64(`A=b\nPLEO_API_KEY=${key}\nC=d\n`),
  "percent-encoded underscores": (key) => key.replaceAll("_", "%5F"),
  "percent-encoded throughout": (key) => percent(key),
  "percent-encoded in lower case": (key) => percent(key).toLowerCase(),
  "UTF-16": (key) => key.split("").join("\0"),
};

/** Forms that only matter where the value itself is known. */
export const SPELLERS_OF_KNOWN: typeof SPELLERS = {
  ...SPELLERS,
  hex: (key) => Buffer.from(key).toString("hex"),
  "hex in upper case": (key) => Buffer.from(key).toString("hex").toUpperCase(),
  "base64 of UTF-16": (key) => Buffer.from(key, "utf16le").toString("base64"),
  "base64 of UTF-16, one byte in": (key) =>
    Buffer.concat([Buffer.from("x"), Buffer.from(key, "utf16le")]).toString("base64"),
};

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

function percent(text: string): string {
  return Buffer.from(text)
    .toString("hex")
    .toUpperCase()
    .replace(/../g, (byte) => `%${byte}`);
}
