import { createRequire } from "node:module";

// By the package's own name, which leads to package.json from the source and from the built files alike.
const manifest = createRequire(import.meta.url)("eslint-plugin-pleo/package.json") as {
  readonly name: string;
  readonly version: string;
};

/** Spelt out, so that nothing else of the manifest travels into ESLint's cache keys and printed configurations. */
export const NAME = manifest.name;
export const VERSION = manifest.version;
