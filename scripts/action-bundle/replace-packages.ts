import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

const withoutHttpClient = new URL("./stand-ins/without-http-client.ts", import.meta.url);

/**
 * Whole specifiers, not prefixes: a path into one of these packages that is not listed gets no stand-in. Nor does
 * `node:crypto`, which is what our own files say when they mean Node's.
 */
const STAND_INS: Readonly<Record<string, URL>> = {
  "@actions/http-client": withoutHttpClient,
  "@actions/http-client/lib/auth": withoutHttpClient,
  "@actions/exec": new URL("./stand-ins/without-exec.ts", import.meta.url),
  crypto: new URL("./stand-ins/delimiter.ts", import.meta.url),
  fs: new URL("./stand-ins/late-fs.ts", import.meta.url),
  "node:fs": new URL("./stand-ins/late-fs.ts", import.meta.url),
  // The same parser in modules, of which the bundle takes what is used: a fifth smaller.
  yaml: new URL("../../node_modules/yaml/browser/dist/index.js", import.meta.url),
};

/** What `@actions/github` imports, which asks more of the same package than others do. */
const STAND_INS_FOR_GITHUB: Readonly<Record<string, URL>> = {
  "@actions/http-client": new URL("./stand-ins/without-agents.ts", import.meta.url),
  undici: new URL("./stand-ins/node-fetch.ts", import.meta.url),
  "./context.js": new URL("./stand-ins/without-context.ts", import.meta.url),
  "@octokit/plugin-rest-endpoint-methods": new URL(
    "./stand-ins/without-methods.ts",
    import.meta.url,
  ),
  "@octokit/plugin-paginate-rest": new URL("./stand-ins/without-pages.ts", import.meta.url),
};

/** What `@octokit/core` imports. */
const STAND_INS_FOR_OCTOKIT: Readonly<Record<string, URL>> = {
  "@octokit/graphql": new URL("./stand-ins/without-graphql.ts", import.meta.url),
};

/** What `@octokit/request` imports. */
const STAND_INS_FOR_REQUESTS: Readonly<Record<string, URL>> = {
  "content-type": new URL("./stand-ins/media-type.ts", import.meta.url),
  "json-with-bigint": new URL("./stand-ins/plain-json.ts", import.meta.url),
};

const withoutYamlWriting = new URL("./stand-ins/without-yaml-writing.ts", import.meta.url);

/** Parts of `yaml`, by the files that its other parts import. */
const STAND_INS_FOR_YAML: Readonly<Record<string, URL>> = {
  "doc/createNode.js": withoutYamlWriting,
  "stringify/stringifyNumber.js": withoutYamlWriting,
  "stringify/stringifyString.js": withoutYamlWriting,
};

const GITHUB_FILE = /[\\/]node_modules[\\/]@actions[\\/]github[\\/]lib[\\/]/;
const OCTOKIT_FILE = /[\\/]node_modules[\\/]@octokit[\\/]core[\\/]/;
const REQUEST_FILE = /[\\/]node_modules[\\/]@octokit[\\/]request[\\/]/;
const YAML_FOLDER = /^.*[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/]/;

/** What is loaded only when it is wanted may load all of Node's modules that it wants. */
const LATE_FILE = /[\\/]action[\\/](?:scan[\\/]|tenants[\\/]|write-inside\.ts$)/;

/** Gives what packages drag in, though next to nothing of it is used, a stand-in of just what they ask for. */
export const replacePackages: Plugin = {
  name: "replace-packages",
  resolveId(specifier, importer = "") {
    if (specifier === "node:fs" && LATE_FILE.test(importer)) return null;
    const standIn = findOwnStandIn(specifier, importer) ?? STAND_INS[specifier];
    return standIn === undefined ? null : fileURLToPath(standIn);
  },
};

/** What stands for the specifier in this file only, whatever it is elsewhere. */
function findOwnStandIn(specifier: string, importer: string): URL | undefined {
  if (GITHUB_FILE.test(importer)) return STAND_INS_FOR_GITHUB[specifier];
  if (OCTOKIT_FILE.test(importer)) return STAND_INS_FOR_OCTOKIT[specifier];
  if (REQUEST_FILE.test(importer)) return STAND_INS_FOR_REQUESTS[specifier];
  const [yamlFolder] = YAML_FOLDER.exec(importer) ?? [];
  if (yamlFolder === undefined) return undefined;
  const imported = path.resolve(path.dirname(importer), specifier);
  return STAND_INS_FOR_YAML[path.relative(yamlFolder, imported).replaceAll("\\", "/")];
}
