import {
  archiveKindOf,
  mayEndAsZip,
  unopenedKindOf,
  type ArchiveKind,
} from "../archive/archive-kind.ts";
import { sourceOfBytes } from "../read-file.ts";
import {
  findsOf,
  kindOf,
  scanArchiveContent,
  type ContentPorts,
  type Find,
  type Finds,
} from "../scan-content.ts";
import { createWindow, type Hits } from "../search/window.ts";
import { foundIn } from "./names.ts";
import { readObjects, type GitObject, type ObjectReader } from "./object-stream.ts";
import type { GitSetting } from "./run-git.ts";
import { filesOfCommit } from "./trees.ts";
import { listWrittenFiles } from "./written-files.ts";

/** Something that was found in the history. */
export interface HistoryFind extends Find {
  /** The object that holds it; of the name of a file the commit that brought it in, of a reference nothing. */
  readonly id: string;
  readonly kind: "file" | "file name" | "commit" | "tag" | "reference";
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

/** What is in no commit, or was not told of any. */
const EVERYTHING = ["rev-list", "--objects", "--all", "--missing=print"];
/** The messages, and what a tag or a branch names that is no commit. */
const MESSAGES = [...EVERYTHING, "--filter=tree:0"];

export interface HistoryPorts extends ContentPorts {
  readonly onObject: () => void;
  /** The names of all branches and tags, each byte a character. */
  readonly references: readonly string[];
  /** Is there no more time? Then what was found until then is told. */
  readonly isOver: () => boolean;
}

/** Looks through everything that was ever committed and is still there. */
export async function scanHistory(setting: GitSetting, ports: HistoryPorts): Promise<HistoryScan> {
  const history = openHistory(ports);
  let isWhole = false;
  try {
    isWhole = await readHistory(setting, history, ports);
  } catch (error) {
    if (!ports.isOver()) throw error;
  }
  const missing = history.missing();
  return {
    finds: history.finds,
    more: history.more(),
    objects: history.objects(),
    missing,
    isWhole: isWhole && missing === 0,
  };
}

/** Says whether git could list and read all of it. */
async function readHistory(
  setting: GitSetting,
  history: HistoryReader,
  { references, detector }: HistoryPorts,
): Promise<boolean> {
  for (const reference of references) history.lookAtReference(reference);
  const openFiles = (): ObjectReader => history.openReader((type) => type === "blob");
  const messages = readObjects(setting, { listedBy: MESSAGES, isLong: false }, () =>
    history.openReader((type) => type !== "tree"),
  );
  const written = listWrittenFiles(setting, detector);
  const files = readObjects(setting, written, openFiles);
  const [hasMessages, hasFiles] = await Promise.all([messages, files]);
  for (const { name, commit, what } of written.nameFinds()) {
    history.add({ name, hit: { start: 0, what }, id: commit, kind: "file name" });
  }
  const folders = [...history.looseFolders];
  if (hasMessages && hasFiles && folders.length === 0) return true;
  const known = new Set(written.nameFinds().map(({ name }) => name));
  const lookAtName = (bytes: Buffer): void => {
    const name = bytes.toString();
    const found = known.has(name) ? [] : foundIn(bytes, detector);
    for (const what of found) {
      known.add(name);
      history.add({ name, hit: { start: 0, what }, id: "", kind: "file name" });
    }
  };
  const hasNames = await lookAtNamesIn(folders, { setting, lookAtName });
  // Once more in another way, which passes over what is missing and goes into a folder that is in no commit.
  const everything = { listedBy: EVERYTHING, isLong: true };
  const openAll = (): ObjectReader => {
    const reader = openFiles();
    return {
      ...reader,
      begin: (object) => {
        if (object.type === "blob") lookAtName(object.name);
        return reader.begin(object);
      },
    };
  };
  const hasRest = await readObjects(setting, everything, openAll);
  return hasRest && hasNames && hasMessages && hasFiles;
}

/** Of a content that has several names git tells one, so that each folder is asked for all of its names. */
async function lookAtNamesIn(
  folders: readonly string[],
  {
    setting,
    lookAtName,
  }: { readonly setting: GitSetting; readonly lookAtName: (name: Buffer) => void },
): Promise<boolean> {
  let isWhole = true;
  for (const folder of folders) {
    const names = await filesOfCommit(setting, folder);
    if (names === undefined) isWhole = false;
    for (const name of names?.keys() ?? []) lookAtName(Buffer.from(name));
  }
  return isWhole;
}

interface HistoryReader {
  readonly add: (find: HistoryFind) => void;
  readonly lookAtReference: (name: string) => void;
  /** For those types of objects. */
  readonly openReader: (isWanted: (type: string) => boolean) => ObjectReader;
  readonly finds: readonly HistoryFind[];
  readonly more: () => number;
  readonly objects: () => number;
  readonly missing: () => number;
  /** The ids of the folders that came. Of those of commits none is listed with the messages. */
  readonly looseFolders: readonly string[];
}

function openHistory(ports: HistoryPorts): HistoryReader {
  const { detector, pace, onObject } = ports;
  const finds: HistoryFind[] = [];
  let more = 0;
  let objects = 0;
  let missing = 0;
  const looseFolders: string[] = [];
  const add = (find: HistoryFind): void => {
    if (finds.length < MOST_FINDS) finds.push(find);
    else more += 1;
  };

  const addAll = ({ id, type }: GitObject, found: Finds): void => {
    const kind = type === "commit" || type === "tag" ? type : "file";
    for (const find of found.list) add({ ...find, id, kind });
    more += found.more;
  };

  const lookAtReference = (text: string): void => {
    const name = Buffer.from(text, "latin1");
    for (const what of foundIn(name, detector)) {
      add({ name: name.toString(), hit: { start: 0, what }, id: "", kind: "reference" });
    }
  };

  const openArchive = async (object: GitObject, { bytes, kind, hits }: Packed): Promise<void> => {
    const source = sourceOfBytes(bytes);
    const name = object.name.toString();
    addAll(object, await scanArchiveContent({ kind, source, name, hits }, ports));
  };

  const countUnopened = (bytes: Buffer): void => {
    const unopened = unopenedKindOf(bytes);
    if (unopened !== undefined) ports.skipped(unopened);
  };

  const openReader: HistoryReader["openReader"] = (isWanted) => {
    const window = createWindow(detector, { size: PIECE, countsLinesOf: "all contents" });
    let current: GitObject | undefined;
    let size = 0;
    /** The content, where it is an archive. */
    let archive: Buffer[] | undefined;

    return {
      begin: (object) => {
        if (object.type === "tree") looseFolders.push(object.id);
        if (!isWanted(object.type)) return false;
        current = object;
        objects += 1;
        onObject();
        size = 0;
        archive = undefined;
        window.begin();
        return true;
      },
      content: (bytes) => {
        const isFirst = size === 0;
        size += bytes.length;
        window.write(bytes);
        if (isFirst && current?.type === "blob") {
          if (mayBeArchive(bytes, current.size)) archive = [];
          else countUnopened(bytes);
        }
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
        const kind = bytes && kindOf(sourceOfBytes(bytes), bytes.subarray(0, HEAD_LENGTH));
        if (bytes !== undefined && kind !== undefined)
          return openArchive(object, { bytes, kind, hits });
        if (bytes !== undefined) countUnopened(bytes);
        addAll(object, findsOf(object.name.toString(), hits));
        return pace.isDue() ? pace.rest() : undefined;
      },
      missing: () => {
        missing += 1;
      },
    };
  };

  return {
    add,
    lookAtReference,
    openReader,
    finds,
    more: () => more,
    objects: () => objects,
    missing: () => missing,
    looseFolders,
  };
}

/** An archive as it lies in the history, and what shows in it without unpacking. */
interface Packed {
  readonly bytes: Buffer;
  readonly kind: ArchiveKind;
  readonly hits: Hits;
}

/** Told by its first bytes; the mark of a tar is further on, where the first piece may not reach. */
function mayBeArchive(first: Buffer, size: number): boolean {
  if (archiveKindOf(first) !== undefined || mayEndAsZip(first)) return true;
  return first.length < HEAD_LENGTH && first.length < size;
}
