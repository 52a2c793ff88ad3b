/** Stands in for `undici` where `@actions/github` wants its `fetch`: Node has the same one inside. */
export const fetch = globalThis.fetch;
