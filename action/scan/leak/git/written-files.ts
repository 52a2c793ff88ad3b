import type { Detector } from "../search/detector.ts";
import { allIn, foundIn } from "./names.ts";
import type { ObjectLines } from "./object-stream.ts";
import { startGit, type GitSetting } from "./run-git.ts";

/** A path of the history in which something was found. */
interface NameFind {
  readonly name: string;
  /** The commit that brought the path in. */
  readonly commit: string;
  readonly what: number;
}

export interface WrittenFiles extends ObjectLines {
  /** Each path once, when all have been listed. */
  readonly nameFinds: () => readonly NameFind[];
}

const NUL = 0;
/** What comes before a name is short, and no path that anybody can check out is longer. */
const LONGEST_NAME = 64 * 1024;

/**
 * Lists each content of each file that any commit has written, once, and looks at every path on the way. That takes git
 * as long as to list the contents alone, of which it tells no more than one path each.
 */
export function listWrittenFiles(setting: GitSetting, detector: Detector): WrittenFiles {
  // Of merges what differs from all parents: the rest is told of the parents.
  const args = [
    ...["log", "--all", "--root", "-c", "--raw", "--no-abbrev", "--no-renames", "-z"],
    ...["--no-ext-diff", "--no-textconv", "--format=commit %H", "--"],
  ];
  const found = new Map<string, NameFind>();
  let isWhole = false;

  async function* linesOf(): AsyncGenerator<readonly string[]> {
    const git = startGit({ setting, args });
    const read = createReader(detector, (find) => {
      // The newest commit comes first, and the one that is wanted is the oldest.
      found.set(`${find.what} ${find.name}`, find);
    });
    let begun: Buffer = Buffer.alloc(0);
    let isCut = false;
    for await (const chunk of git.output ?? []) {
      const bytes = Buffer.concat([begun, chunk as Buffer]);
      const end = bytes.lastIndexOf(NUL) + 1;
      begun = bytes.subarray(end);
      isCut = begun.length > LONGEST_NAME;
      if (isCut) break;
      yield read(bytes.subarray(0, end));
    }
    if (isCut) git.kill();
    const { isWell } = await git.ended;
    isWhole = isWell && !isCut && begun.length === 0;
  }

  return { lines: linesOf(), isWhole: () => isWhole, nameFinds: () => [...found.values()] };
}

/** Takes whole tokens, and gives the id and, after a space, the path of each content that is new. */
function createReader(
  detector: Detector,
  onFound: (find: NameFind) => void,
): (bytes: Buffer) => readonly string[] {
  const listed = new Set<string>();
  let commit = "";
  /** The id of the content whose path comes next, or empty where that is none of ours. */
  let awaited: string | undefined;

  const lookAt = (name: Buffer): void => {
    for (const what of foundIn(name, detector)) onFound({ name: name.toString(), commit, what });
  };

  return (bytes) => {
    const lines: string[] = [];
    const isQuiet = allIn(bytes, detector).length === 0;
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(NUL, start);
      // Each text by itself: a part of a longer one would keep all of that in memory.
      const token = bytes.toString("latin1", start, end);
      if (awaited !== undefined) {
        if (!isQuiet || /[\r\n]/.test(token)) lookAt(bytes.subarray(start, end));
        if (awaited !== "" && !listed.has(awaited)) {
          listed.add(awaited);
          lines.push(`${awaited} ${token}`);
        }
        awaited = undefined;
      } else if (token.startsWith("commit ")) {
        commit = token.slice("commit ".length);
      } else if (token !== "") {
        // Of a merge, nothing stands between the commit and the first line.
        awaited = writtenIn(token);
      }
      start = end + 1;
    }
    return lines;
  };
}

const NO_FILE: ReadonlySet<string> = new Set(["000000", "160000"]);

/**
 * `:100644 100644 <id before> <id after> M`, and with a colon, a mode and an id more for each parent more; the first of
 * a commit has a line feed before it. Empty where a file was deleted, or belongs to another repository.
 */
function writtenIn(token: string): string {
  const first = token.indexOf(":");
  const fields = token.split(" ");
  const parents = token.lastIndexOf(":") - first + 1;
  return NO_FILE.has(fields[parents] ?? "") ? "" : (fields[2 * parents + 1] ?? "");
}
