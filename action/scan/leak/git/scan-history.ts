import { archiveKindOf, type ArchiveKind } from "../archive/archive-kind.ts";
import { sourceOfBytes } from "../read-file.ts";
import {
  findsOf,
  scanArchiveContent,
  type ContentPorts,
  type Find,
  type Finds,
} from "../scan-content.ts";
import { createWindow, type Hits } from "../search/window.ts";
import { readObjects, type GitObject, type ObjectReader } from "./object-stream.ts";
import type { GitSetting } from "./run-git.ts";

/** Something that was found in an object of the history. */
export interface HistoryFind extends Find {
  readonly id: string;
  readonly kind: "file" | "file name" | "commit" | "tag";
}

export interface HistoryScan {
  readonly finds: readonly HistoryFind[];
  /** How many more there are than the list has. */
  readonly more: number;
  /** How many files and messages were looked through. */
  readonly objects: number;
  /** What is known to be missing; git may have said that something is wrong without it. */
  readonly missing: number;
  readonly isWhole: boolean;
}

/** More than that are not worth the search for the commits that brought them in. */
const MOST_FINDS = 500;
const PIECE = 1024 * 1024;
const LARGEST_ARCHIVE = 32 * 1024 * 1024;
const HEAD_LENGTH = 512;

const LIST = ["rev-list", "--objects", "--all", "--missing=print"];
/** Messages first, which are few; then every version of every file, each once. */
const MESSAGES = [...LIST, "--filter=tree:0"];
const FILES = [...LIST, "--filter=object:type=blob", "--filter-provided-objects"];
/** What an older git understands; it lists folders as well, and the messages once more. */
const EVERYTHING = LIST;

/** Looks through everything that was ever committed and is still there. */
export async function scanHistory(
  setting: GitSetting,
  ports: ContentPorts & { readonly onObject: () => void },
): Promise<HistoryScan> {
  const history = openHistory(ports);
  const messages = readObjects(setting, { listedBy: MESSAGES, isLong: false }, () =>
    history.openReader((type) => type !== "tree" && type !== "blob"),
  );
  const openFiles = (): ObjectReader => history.openReader((type) => type === "blob");
  const files = readObjects(setting, { listedBy: FILES, isLong: true }, openFiles);
  const [hasMessages, hasListed] = await Promise.all([messages, files]);
  // An older git does not know the filter, and then has listed nothing.
  const hasFiles =
    hasListed || history.files() > 0
      ? hasListed
      : await readObjects(setting, { listedBy: EVERYTHING, isLong: true }, openFiles);
  const missing = history.missing();
  return {
    finds: history.finds,
    more: history.more(),
    objects: history.objects(),
    missing,
    isWhole: hasMessages && hasFiles && missing === 0,
  };
}

interface HistoryReader {
  /** For those types of objects. */
  readonly openReader: (isWanted: (type: string) => boolean) => ObjectReader;
  readonly finds: readonly HistoryFind[];
  readonly more: () => number;
  readonly objects: () => number;
  readonly files: () => number;
  readonly missing: () => number;
}

function openHistory(ports: ContentPorts & { readonly onObject: () => void }): HistoryReader {
  const { detector, pace, onObject } = ports;
  const finds: HistoryFind[] = [];
  const seen = new Set<string>();
  let more = 0;
  let objects = 0;
  let missing = 0;
  let files = 0;
  const add = (object: GitObject, kind: HistoryFind["kind"], found: readonly Find[]): void => {
    for (const find of found) {
      if (finds.length < MOST_FINDS) finds.push({ ...find, id: object.id, kind });
      else more += 1;
    }
  };

  const lookAtName = (object: GitObject): void => {
    const { name } = object;
    detector.detect(
      { bytes: name, length: name.length, kept: 0, isLast: true },
      (start, _, what) => {
        const text = name.toString();
        // A file has many versions, and a folder of that name many files.
        if (seen.has(text)) return;
        seen.add(text);
        add(object, "file name", [{ name: text, hit: { start, what } }]);
      },
    );
  };

  const addAll = (object: GitObject, found: Finds): void => {
    add(object, kindOf(object), found.list);
    more += found.more;
  };

  const openArchive = async (object: GitObject, { bytes, kind, hits }: Packed): Promise<void> => {
    const source = sourceOfBytes(bytes);
    const name = object.name.toString();
    addAll(object, await scanArchiveContent({ kind, source, name, hits }, ports));
  };

  const openReader: HistoryReader["openReader"] = (isWanted) => {
    const window = createWindow(detector, { size: PIECE, countsLinesOf: "all contents" });
    let current: GitObject | undefined;
    let size = 0;
    /** The content, where it is an archive. */
    let archive: Buffer[] | undefined;

    return {
      begin: (object) => {
        if (!isWanted(object.type)) return false;
        current = object;
        objects += 1;
        onObject();
        size = 0;
        archive = undefined;
        window.begin();
        if (object.type === "blob") {
          files += 1;
          lookAtName(object);
        }
        return true;
      },
      content: (bytes) => {
        const isFirst = size === 0;
        size += bytes.length;
        window.write(bytes);
        if (isFirst && current?.type === "blob" && mayBeArchive(bytes, current.size)) archive = [];
        if (archive === undefined) return;
        if (size <= LARGEST_ARCHIVE) {
          archive.push(Buffer.from(bytes));
          return;
        }
        const head = Buffer.concat(archive.slice(0, 2)).subarray(0, HEAD_LENGTH);
        archive = undefined;
        if (archiveKindOf(head) === undefined) return;
        ports.incomplete(current?.name.toString() ?? "", "it is an archive of more than 32 MB");
      },
      end: () => {
        const hits = window.end();
        const object = current;
        if (object === undefined) return undefined;
        const bytes = archive === undefined ? undefined : Buffer.concat(archive);
        const kind = bytes && archiveKindOf(bytes.subarray(0, HEAD_LENGTH));
        if (bytes !== undefined && kind !== undefined)
          return openArchive(object, { bytes, kind, hits });
        addAll(object, findsOf(object.name.toString(), hits));
        return pace.isDue() ? pace.rest() : undefined;
      },
      missing: () => {
        missing += 1;
      },
    };
  };

  return {
    openReader,
    finds,
    more: () => more,
    objects: () => objects,
    files: () => files,
    missing: () => missing,
  };
}

/** An archive as it lies in the history, and what shows in it without unpacking. */
interface Packed {
  readonly bytes: Buffer;
  readonly kind: ArchiveKind;
  readonly hits: Hits;
}

function kindOf({ type }: GitObject): HistoryFind["kind"] {
  return type === "commit" || type === "tag" ? type : "file";
}

/** Told by its first bytes; the mark of a tar is further on, where the first piece may not reach. */
function mayBeArchive(first: Buffer, size: number): boolean {
  return archiveKindOf(first) !== undefined || (first.length < HEAD_LENGTH && first.length < size);
}
