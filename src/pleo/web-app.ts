import { WEB_APP_ORIGINS, type Environment } from "./hosts.ts";

/**
 * Standalone keys are made by hand, for one system and one company. Integrated keys are made by Pleo when a
 * customer installs an approved integration, one per installation, their scopes fixed by Pleo.
 */
export type KeyKind = "standalone" | "integrated";

const MENUS: Readonly<Record<KeyKind, string>> = {
  standalone: "Settings > API Keys",
  integrated: "Settings > Accounting",
};

/** Where in Pleo's web app a person makes and deletes keys of this kind, ready to stand in a sentence. */
export function whereKeysAreMade(kind: KeyKind, environment: Environment): string {
  return `${MENUS[kind]} in Pleo's web app (${WEB_APP_ORIGINS[environment]})`;
}
