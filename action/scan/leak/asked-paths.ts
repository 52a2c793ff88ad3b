import { lstatSync } from "node:fs";
import path from "node:path";
import { isWithin, realOf } from "./git/find-git.ts";
import type { Gaps } from "./incomplete.ts";

/** The paths that were asked for, as the walk names them. */
export function findAskedPaths(
  asked: readonly string[],
  { workspace, gaps }: { readonly workspace: string; readonly gaps: Gaps },
): readonly string[] {
  const root = realOf(workspace) ?? workspace;
  return asked.flatMap((given) => {
    const found = lookForPath(path.resolve(root, given), root);
    if ("real" in found) return [path.relative(root, found.real).split(path.sep).join("/")];
    gaps.other(
      `\`leak-scan-paths\` names a path that ${found.problem}`,
      "Name files and folders that are below the workspace when this step runs, without links.",
    );
    return [];
  });
}

type FoundPath = { readonly real: string } | { readonly problem: string };

function lookForPath(full: string, root: string): FoundPath {
  if (!isWithin(full, root)) return { problem: "is not below the workspace" };
  const isThere = lstatSync(full, { throwIfNoEntry: false }) !== undefined;
  if (!isThere) return { problem: "is not there" };
  const real = realOf(full);
  if (real === undefined || plain(real) !== plain(full) || !isWithin(real, root)) {
    return { problem: "leads through a link" };
  }
  return { real };
}

/** To many systems, small and capital letters are the same, and so are the two ways to write an accent. */
function plain(name: string): string {
  return name.normalize().toLowerCase();
}
