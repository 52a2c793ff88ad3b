import { askGit, type GitSetting } from "./run-git.ts";

export interface BroughtIn {
  readonly commit: string;
  readonly name: string;
}

/** For each content, the first commit that brought it in, and under which name. */
export async function findBringingCommits(
  setting: GitSetting,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BroughtIn>> {
  if (ids.length === 0) return new Map();
  const args = [
    ...["log", "--all", "--topo-order", "--reverse", "--format=%H", "--raw", "-z", "--no-abbrev"],
    // Merges as well: what was changed while merging is in none of the two parents.
    ...["-m", "--root", "--no-renames", "--no-ext-diff", "--no-textconv"],
    ...ids.map((id) => `--find-object=${id}`),
    "--",
  ];
  const listing = await askGit({ setting, args });
  const wanted = new Set(ids);
  const found = new Map<string, BroughtIn>();
  let commit = "";
  const tokens = (listing?.toString() ?? "").split("\0");
  for (let index = 0; index < tokens.length; index++) {
    const token = (tokens[index] ?? "").trimStart();
    if (!token.startsWith(":")) {
      if (token !== "") commit = token.trim();
      continue;
    }
    // `:100644 100644 <id before> <id after> M`, and the name in the next token.
    index += 1;
    const id = token.split(" ")[3] ?? "";
    if (wanted.has(id) && !found.has(id)) found.set(id, { commit, name: tokens[index] ?? "" });
  }
  return found;
}
