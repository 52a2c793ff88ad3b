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

/** Gives what packages drag in, though next to nothing of it is used, a stand-in of just what they ask for. */
export const replacePackages: Plugin = {
  name: "replace-packages",
  resolveId(specifier) {
    const standIn = STAND_INS[specifier];
    return standIn === undefined ? null : fileURLToPath(standIn);
  },
};
