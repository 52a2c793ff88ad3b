/** What an `Authorization` header turns out to hold. Only `key` can open anything. */
export type PresentedCredential =
  | { readonly kind: "key"; readonly value: string }
  | { readonly kind: "none" | "not-basic" | "not-base64" | "no-colon" | "with-password" };

const STRICT_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** HTTP Basic with the key as user name and an empty password; everything else is somebody's mistake. */
export function readCredential(header: string | undefined): PresentedCredential {
  if (header === undefined) return { kind: "none" };
  const encoded = /^Basic +(\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return { kind: "not-basic" };
  if (!STRICT_BASE64.test(encoded)) return { kind: "not-base64" };
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon === -1) return { kind: "no-colon" };
  if (colon !== decoded.length - 1) return { kind: "with-password" };
  return { kind: "key", value: decoded.slice(0, colon) };
}
