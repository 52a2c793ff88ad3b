import { COMPANIES, type SimulatedCompany } from "./world.ts";

/** What the simulated Pleo knows about one key. */
export interface Scenario {
  /** What somebody who tries this key gets to see. */
  readonly shows: string;
  readonly shape: "pleo-key" | "unknown-shape" | "jwt";
  /** The prefix people associate with the other environment; only a hint, so the key still works. */
  readonly prefixOfOtherEnvironment: boolean;
  /** `nothing`: 401 everywhere. `no-door`: known, but 403 everywhere. */
  readonly opens: "granted" | "nothing" | "no-door";
  /** Keys belong to one environment; this one may belong to the one that is not being simulated. */
  readonly validIn: "this-environment" | "other-environment";
  readonly scopes: readonly string[];
  readonly companies: readonly SimulatedCompany[];
  readonly introspection: SimulatedIntrospection;
  readonly installation: SimulatedInstallation;
}

export type SimulatedIntrospection =
  | { readonly kind: "absent" | "forbidden" }
  | {
      readonly kind: "told";
      readonly authMethod: "API_KEY" | "OAUTH2" | "NONE";
      /** Where it differs from the scopes that really open doors. */
      readonly scope?: string;
      readonly subjectUrn: string | undefined;
    };

export type SimulatedInstallation =
  | { readonly kind: "absent" | "bad-request" | "forbidden" | "empty-list" }
  | {
      readonly kind: "object" | "list" | "wrapped" | "wrapped-list";
      readonly resources: readonly string[];
      readonly status: string;
      readonly errorCode?: string;
    };

export function companyUrn(company: SimulatedCompany): string {
  return `urn:pleo:company:${company.id}`;
}

/** What a modest accounting integration needs. */
export const READ_SCOPES: readonly string[] = [
  "accounts:read",
  "companies:read",
  "export-jobs:read",
  "tag-groups:read",
  "tax-codes:read",
  "users:read",
  "vendors:read",
];

/** Introspection and installation in agreement about one company. */
export function ownedBy(
  company: SimulatedCompany,
): Pick<Scenario, "companies" | "introspection" | "installation"> {
  return {
    companies: [company],
    introspection: told(companyUrn(company)),
    installation: installed(companyUrn(company)),
  };
}

export function told(subjectUrn: string | undefined): SimulatedIntrospection {
  return { kind: "told", authMethod: "API_KEY", subjectUrn };
}

export function installed(resource: string, status = "ACTIVATED"): SimulatedInstallation {
  return { kind: "object", resources: [resource], status };
}

/** A healthy key of the bakery, except where it is said to differ. */
export function scenario(shows: string, differences: Partial<Scenario> = {}): Scenario {
  return {
    shows,
    shape: "pleo-key",
    prefixOfOtherEnvironment: false,
    opens: "granted",
    validIn: "this-environment",
    scopes: READ_SCOPES,
    ...ownedBy(COMPANIES.bakery),
    ...differences,
  };
}
