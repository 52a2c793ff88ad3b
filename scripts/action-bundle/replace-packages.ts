import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

const withoutHttpClient = new URL("./without-http-client.ts", import.meta.url);

/**
 * Whole specifiers, not prefixes: a path into one of these packages that is not listed gets no stand-in. Nor does
 * `node:crypto`, which is what our own files say when they mean Node's.
 */
const STAND_INS: Readonly<Record<string, URL>> = {
  "@actions/http-client": withoutHttpClient,
  "@actions/http-client/lib/auth": withoutHttpClient,
  "@actions/exec": new URL("./without-exec.ts", import.meta.url),
  crypto: new URL("./delimiter.ts", import.meta.url),
  fs: new URL("./late-fs.ts", import.meta.url),
  "node:fs": new URL("./late-fs.ts", import.meta.url),
};

/** What `@actions/github` imports, which asks more of the same package than others do. */
const STAND_INS_FOR_GITHUB: Readonly<Record<string, URL>> = {
  "@actions/http-client": new URL("./without-agents.ts", import.meta.url),
  undici: new URL("./node-fetch.ts", import.meta.url),
  "@octokit/plugin-rest-endpoint-methods": new URL("./without-methods.ts", import.meta.url),
  "@octokit/plugin-paginate-rest": new URL("./without-pages.ts", import.meta.url),
};

const GITHUB_FILE = /[\\/]node_modules[\\/]@actions[\\/]github[\\/]lib[\\/]/;

/** What is loaded only when it is wanted may load all of Node's modules that it wants. */
const LATE_FILE = /[\\/]action[\\/]scan[\\/]/;

/** Gives what packages drag in, though next to nothing of it is used, a stand-in of just what they ask for. */
export const replacePackages: Plugin = {
  name: "replace-packages",
  resolveId(specifier, importer = "") {
    if (LATE_FILE.test(importer)) return null;
    const own = GITHUB_FILE.test(importer) ? STAND_INS_FOR_GITHUB[specifier] : undefined;
    const standIn = own ?? STAND_INS[specifier];
    return standIn === undefined ? null : fileURLToPath(standIn);
  },
};
