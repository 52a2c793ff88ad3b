import type { Evidence } from "./evidence.ts";

export type Environment = "production" | "staging";

/** What a Pleo host is for, and so which credential belongs there. */
type HostRole =
  /** Takes API keys and OAuth tokens. The only host a key may be sent to. */
  | "external"
  /** Takes legacy tokens only; an API key does not work there. */
  | "legacy"
  /** OAuth sign-in; never takes an API key. */
  | "auth"
  /** The web app, where people make keys. */
  | "app"
  /** Seen in other people's code, and nowhere in Pleo's pages. A key must not go there. */
  | "unverified";

export interface PleoHost {
  readonly host: string;
  readonly environment: Environment;
  readonly role: HostRole;
  readonly evidence: Evidence;
}

export const PLEO_HOSTS: readonly PleoHost[] = [
  { host: "external.pleo.io", environment: "production", role: "external", evidence: "documented" },
  {
    host: "external.staging.pleo.io",
    environment: "staging",
    role: "external",
    evidence: "documented",
  },
  { host: "openapi.pleo.io", environment: "production", role: "legacy", evidence: "documented" },
  {
    host: "openapi.staging.pleo.io",
    environment: "staging",
    role: "legacy",
    evidence: "seen-in-code",
  },
  { host: "auth.pleo.io", environment: "production", role: "auth", evidence: "documented" },
  { host: "auth.staging.pleo.io", environment: "staging", role: "auth", evidence: "documented" },
  { host: "app.pleo.io", environment: "production", role: "app", evidence: "documented" },
  { host: "app.staging.pleo.io", environment: "staging", role: "app", evidence: "documented" },
  { host: "api.pleo.io", environment: "production", role: "unverified", evidence: "seen-in-code" },
];

/** Where API keys are answered, per environment. */
export const API_ORIGINS: Readonly<Record<Environment, string>> = {
  production: "https://external.pleo.io",
  staging: "https://external.staging.pleo.io",
};

/** Where a person makes, sees and deletes keys, per environment. */
export const WEB_APP_ORIGINS: Readonly<Record<Environment, string>> = {
  production: "https://app.pleo.io",
  staging: "https://app.staging.pleo.io",
};

/** The Pleo host of this exact name, whatever its letter case; a look-alike is nobody. */
export function findPleoHost(hostname: string): PleoHost | undefined {
  const wanted = hostname.toLowerCase();
  return PLEO_HOSTS.find(({ host }) => host === wanted);
}

export function otherEnvironment(environment: Environment): Environment {
  return environment === "production" ? "staging" : "production";
}
