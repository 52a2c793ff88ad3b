import { askGit, type GitSetting } from "./run-git.ts";

/** The files of one commit, their contents by their names. */
export type CommitFiles = ReadonlyMap<string, string>;

const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The files of a commit, or below a folder by its id; nothing where it is not in the clone. */
export async function filesOfCommit(
  setting: GitSetting,
  commit: string,
): Promise<CommitFiles | undefined> {
  if (commit !== "HEAD" && !ID.test(commit)) return undefined;
  const args = ["ls-tree", "-r", "-z", "--full-tree", commit, "--"];
  const listing = await askGit({ setting, args });
  return listing === undefined ? undefined : new Map(entriesIn(listing));
}

function* entriesIn(listing: Buffer): Generator<[name: string, id: string]> {
  for (const entry of splitNul(listing)) {
    // `100644 blob <id>` and, after a tab, the name.
    const tab = entry.indexOf("\t");
    const [, type = "", id = ""] = entry.slice(0, tab).split(" ");
    if (type === "blob") yield [entry.slice(tab + 1), id];
  }
}

/**
 * What git ignores in the checkout: names of files, and of folders with a `/` behind. A name that is no text is left
 * out, so that it cannot be taken for another.
 */
export async function ignoredNames(
  setting: GitSetting,
  workTree: string,
): Promise<ReadonlySet<string> | undefined> {
  const args = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  const listing = await askGit({ setting, args, workTree });
  if (listing === undefined) return undefined;
  const names = splitNul(listing).filter((name) => !name.includes("\ufffd"));
  return new Set(names.map((name) => name.replace(/\/$/, "")));
}

/** What the index of the checkout has, and the next commit will have. */
export async function stagedNames(
  setting: GitSetting,
  workTree: string,
): Promise<ReadonlySet<string> | undefined> {
  const listing = await askGit({ setting, args: ["ls-files", "-z", "--cached"], workTree });
  return listing && new Set(splitNul(listing));
}

function splitNul(listing: Buffer): readonly string[] {
  return listing
    .toString()
    .split("\0")
    .filter((entry) => entry !== "");
}

/** The commits that HEAD has and the base has not. */
export async function commitsSince(
  setting: GitSetting,
  base: string,
): Promise<ReadonlySet<string> | undefined> {
  if (!ID.test(base)) return undefined;
  const listing = await askGit({ setting, args: ["rev-list", "HEAD", `^${base}`, "--"] });
  return listing === undefined
    ? undefined
    : new Set(listing.toString().split("\n").filter(Boolean));
}
