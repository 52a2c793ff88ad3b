/**
 * Stands in for `@actions/http-client` in the bundle. `@actions/core` wants it for OIDC tokens only, which the
 * Action never asks for, and it would bring 700 kB of `undici` along.
 *
 * It exports exactly what is imported today: should that change with a new version, the build fails, not a run.
 */
const REFUSAL = "This bundle has no @actions/http-client: the Action asks for no OIDC token.";

/** Called with `new`, as the class is that it stands for. */
export function HttpClient(): never {
  throw new Error(REFUSAL);
}

export function BearerCredentialHandler(): never {
  throw new Error(REFUSAL);
}
