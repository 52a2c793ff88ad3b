import path from "node:path";

/**
 * Whose code the bundle may contain. Every name here is code that a reviewer of the Action has to trust, so a
 * dependency that slips in fails the build until someone adds it on purpose, or gives it a stand-in.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  "@actions/core",
  "@actions/github",
  "@octokit/auth-token",
  "@octokit/core",
  "@octokit/endpoint",
  "@octokit/graphql",
  "@octokit/request",
  "@octokit/request-error",
  "before-after-hook",
  "rolldown",
  "universal-user-agent",
  "yaml",
  "zod",
]);

const PACKAGE_OF = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/** The folders of the packages that the modules come from, by the packages' names, in the order of the names. */
export function findInlinedPackages(
  moduleIds: readonly string[],
  nodeModules: string,
): ReadonlyMap<string, string> {
  const folders = moduleIds.flatMap((id) => findPackage(id, nodeModules));
  const packages = new Map(folders.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const strangers = [...packages.keys()].filter((name) => !ALLOWED.has(name));
  if (strangers.length > 0) {
    throw new Error(
      `The bundle would contain ${strangers.join(", ")}: allow it in scripts/action-bundle/inlined-packages.ts, ` +
        "or give it a stand-in in scripts/action-bundle/replace-packages.ts.",
    );
  }
  return packages;
}

function findPackage(moduleId: string, nodeModules: string): [name: string, folder: string][] {
  // What the bundler adds of its own has an id that is no path, and a licence like everything else.
  if (moduleId.startsWith("\0rolldown")) {
    return [["rolldown", path.join(nodeModules, "rolldown")]];
  }
  const [, folder, name] = PACKAGE_OF.exec(moduleId) ?? [];
  return folder === undefined || name === undefined ? [] : [[name.replace("\\", "/"), folder]];
}
