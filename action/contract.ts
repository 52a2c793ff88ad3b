/**
 * The names that `action.yml`, the code and the README share. A test holds the three to each other, defaults
 * included.
 */

/** Every input, with the default that `action.yml` gives it; absent where it has none. */
export const INPUTS = {
  "api-key": undefined,
  kind: "standalone",
  environment: "production",
  "company-id": undefined,
  "required-scopes": undefined,
  "expires-on": undefined,
  "warn-before-days": "30",
  "fail-before-days": "0",
  "max-lifetime-days": undefined,
  "created-on": undefined,
  "expected-key-hint": undefined,
  "previous-api-key": undefined,
  rotation: "overlap",
  severities: undefined,
  "on-unknown": "fail",
  "on-missing-key": "auto",
  "timeout-seconds": "60",
  "api-url": undefined,
  "diagnose-environment": "false",
  tenants: undefined,
  "tenant-keys": undefined,
  "requests-per-minute": "400",
  "total-minutes": "60",
  shard: undefined,
  merge: undefined,
  "report-file": undefined,
  "leak-scan": "off",
  "leak-scan-paths": undefined,
  "leak-scan-ignored": "false",
  "workflow-audit": "false",
  "github-token": "${{ github.token }}",
  summary: "auto",
  annotations: "true",
  "sarif-file": undefined,
  comment: "never",
  reminder: "false",
  "dry-run": "false",
} as const satisfies Readonly<Record<string, string | undefined>>;

export type InputName = keyof typeof INPUTS;

export const INPUT_NAMES = Object.keys(INPUTS) as readonly InputName[];

export const OUTPUT_NAMES = [
  "verdict",
  "deploy-allowed",
  "company-id",
  "company-matches",
  "installation-status",
  "granted-scopes",
  "missing-scopes",
  "excess-scopes",
  "expires-on",
  "days-left",
  "key-hint",
  "rotation-safe-to-revoke",
  "findings",
  "next-step",
] as const;

export type OutputName = (typeof OUTPUT_NAMES)[number];

/** Every output, always: a consumer never has to tell an empty answer from a step that broke. */
export type Outputs = Readonly<Record<OutputName, string>>;
