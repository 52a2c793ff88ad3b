import { WEB_APP_ORIGINS, type Environment } from "./hosts.ts";

/**
 * Standalone keys are made by hand, for one system and one company. Integrated keys are made by Pleo when a
 * customer installs an approved integration, one per installation, their scopes fixed by Pleo.
 */
export type KeyKind = "standalone" | "integrated";

/** What a person does about keys, in words ready to stand in a sentence. Differs by kind, because Pleo's ways do. */
export interface KeyHandling {
  /** Where keys of this kind are made and seen. */
  readonly place: string;
  /** Completes "To get another one, …". */
  readonly renew: string;
  /** The same where the place has just been named. */
  readonly renewThere: string;
  /** Completes "To have other scopes, …". */
  readonly rescope: string;
  /** Completes "To be rid of the old one, …". */
  readonly revoke: string;
}

/** Completes "Make a new one and …". */
export const STORE_KEY = "store it with `gh secret set PLEO_API_KEY`";

export function keyHandling(kind: KeyKind, environment: Environment): KeyHandling {
  const origin = WEB_APP_ORIGINS[environment];
  if (kind === "integrated") {
    const place = `Settings > Accounting in Pleo's web app (${origin})`;
    return {
      place,
      renew: `install the integration again under ${place}, which makes a new key, and ${STORE_KEY}`,
      renewThere: `install the integration again there, which makes a new key, and ${STORE_KEY}`,
      rescope:
        "ask Pleo to change them for this integration, since Pleo sets the scopes of an Integrated key",
      revoke: `disconnect it under ${place}, or ask Pleo's support where it is not shown there`,
    };
  }
  const place = `Settings > API Keys in Pleo's web app (${origin})`;
  return {
    place,
    renew: `make a new key under ${place} and ${STORE_KEY}`,
    renewThere: `make a new one there and ${STORE_KEY}`,
    rescope: `make a new key with exactly the needed permissions under ${place} and ${STORE_KEY}, since the scopes of a key cannot be changed`,
    revoke: `open its row under ${place} and choose Delete`,
  };
}
