import path from "node:path";

/**
 * Whose code the bundle may contain, and what for. Every name here is code that a reviewer of the Action has to trust,
 * so a dependency that slips in fails the build until someone adds it on purpose, or gives it a stand-in.
 */
export const INLINED_PACKAGES: Readonly<Record<string, string>> = {
  "@actions/core":
    "GitHub's own way to mask a value, set an output, annotate and write a job summary.",
  "@actions/github": "Makes the client for GitHub's API that `comment` and `reminder` use.",
  "@octokit/auth-token": "Sends the job's token with a request to GitHub.",
  "@octokit/core": "That client.",
  "@octokit/endpoint": "Puts a request to GitHub together.",
  "@octokit/request": "Sends a request to GitHub, by Node's own `fetch`.",
  "@octokit/request-error": "Tells what GitHub refused.",
  "before-after-hook": "Lets the token be added to a request.",
  rolldown: "The bundler's own few lines.",
  "universal-user-agent": "Names the client to GitHub.",
  yaml: "Reads workflows, and knows the line of everything in them.",
  zod: "Checks the shape of inputs and of Pleo's answers.",
};

const PACKAGE_OF = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/** The folders of the packages that the modules come from, by the packages' names, in the order of the names. */
export function findInlinedPackages(
  moduleIds: readonly string[],
  nodeModules: string,
): ReadonlyMap<string, string> {
  const folders = moduleIds.flatMap((id) => findPackage(id, nodeModules));
  const packages = new Map(folders.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const strangers = [...packages.keys()].filter((name) => !(name in INLINED_PACKAGES));
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

/** The package that a source belongs to, by the path that the bundler writes above it; none, if it is our own. */
export function packageOfSource(source: string): string | undefined {
  if (source.startsWith("\\0rolldown")) return "rolldown";
  return PACKAGE_OF.exec(`/${source}`)?.[2];
}
