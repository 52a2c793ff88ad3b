/** Who a key or an installation belongs to. Ids are lower case, so that equal means equal. */
export type PleoUrn =
  | { readonly kind: "company"; readonly id: string }
  | { readonly kind: "organisation"; readonly id: string };

const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const UUID_ONLY = new RegExp(`^${UUID}$`);
// Pleo's samples write `organisation`; the other spelling is accepted because its API parameters use it.
const URN = new RegExp(`^urn:pleo:(company|organi[sz]ation):(${UUID})$`);

/** Reads a Pleo URN; anything that is not exactly one is `undefined`, never a guess. */
export function parsePleoUrn(text: string): PleoUrn | undefined {
  const [, kind, id] = URN.exec(text) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return { kind: kind === "company" ? "company" : "organisation", id: id.toLowerCase() };
}

/** A UUID in lower case, or `undefined` when the text is not exactly a UUID. */
export function parseUuid(text: string): string | undefined {
  return UUID_ONLY.test(text) ? text.toLowerCase() : undefined;
}
