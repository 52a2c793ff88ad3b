import { once } from "node:events";
import { availableParallelism } from "node:os";
import { openReusedPipe } from "./reused-pipe.ts";
import { startGit, type GitSetting, type RunningGit } from "./run-git.ts";

export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  /** The first path that it was met under, as bytes; nothing for a commit. */
  readonly name: Buffer;
}

export interface ObjectReader {
  /** Another object begins. Says whether its content is wanted. */
  readonly begin: (object: GitObject) => boolean;
  readonly content: (bytes: Buffer) => void;
  /** The object is complete. What it returns is waited for. */
  readonly end: () => Promise<void> | undefined;
  /** An object that should be there is not. */
  readonly missing: () => void;
}

/** Objects as they are listed, each an id and, after a space, a name. */
export interface ObjectLines {
  readonly lines: AsyncIterable<readonly string[]>;
  /** Were those all? Known at the end. */
  readonly isWhole: () => boolean;
}

/** Which objects: those that a call of git lists, those that are listed in whatever way, or these. */
export type ObjectList =
  | { readonly listedBy: readonly string[]; readonly isLong: boolean }
  | ObjectLines
  | { readonly ids: readonly string[] };

/** Of a long list, one process unpacks while another hands over. */
const MOST_PROCESSES = 4;
/** So many objects in a row go to one process, since neighbours are often packed as differences. */
const BLOCK = 200;

/**
 * Reads each object of the list, on several processors, each with a reader of its own. Says whether git had nothing to
 * complain of.
 */
export async function readObjects(
  setting: GitSetting,
  list: ObjectList,
  openReader: () => ObjectReader,
): Promise<boolean> {
  const isLong = "lines" in list || ("listedBy" in list && list.isLong);
  const number = isLong ? Math.min(availableParallelism(), MOST_PROCESSES) : 1;
  const batches = await Promise.all(
    Array.from({ length: number }, () => openBatch(setting, openReader())),
  );
  try {
    const listed = await fillList(setting, list, batches);
    for (const { git } of batches) git.input?.end();
    const read = await Promise.all(batches.map(({ ended }) => ended));
    setting.signal?.throwIfAborted();
    return listed && read.every((isWell) => isWell);
  } finally {
    for (const { close } of batches) close();
  }
}

interface Batch {
  readonly git: RunningGit;
  /** The names of the objects that were asked for and have not come yet, in their order. */
  readonly names: NameQueue;
  readonly ended: Promise<boolean>;
  readonly close: () => void;
}

async function openBatch(setting: GitSetting, reader: ObjectReader): Promise<Batch> {
  const pipe = await openReusedPipe(setting.folder);
  const args = ["cat-file", "--batch", "--buffer"];
  const git = startGit({ setting, args, input: "pipe", output: pipe?.writer });
  pipe?.writer.destroy();
  const names = createQueue();
  const parser = createParser(reader, names);
  const read = async (): Promise<boolean> => {
    await pipe?.read(parser.feed);
    for await (const chunk of git.output ?? []) {
      const wait = parser.feed(chunk as Buffer);
      if (wait !== undefined) await wait;
    }
    const { isWell } = await git.ended;
    return isWell && parser.isBetweenObjects();
  };
  const ended = read();
  // Whoever waits for it learns of a failure; nobody may be waiting yet.
  ended.catch(git.kill);
  const close = (): void => {
    git.kill();
    pipe?.close();
  };
  return { git, names, ended, close };
}

/** Hands every object of the list to one of the processes. Says whether it is known to be the whole list. */
async function fillList(
  setting: GitSetting,
  list: ObjectList,
  batches: readonly Batch[],
): Promise<boolean> {
  if ("ids" in list) {
    const [batch] = batches;
    if (batch !== undefined) await ask(batch, list.ids);
    return true;
  }
  const { lines, isWhole } = "lines" in list ? list : listBy(setting, list.listedBy);
  let next = 0;
  let block: string[] = [];
  const flush = async (): Promise<void> => {
    const batch = batches[next];
    next = (next + 1) % batches.length;
    if (batch !== undefined) await ask(batch, block);
    block = [];
  };
  for await (const some of lines) {
    for (const line of some) {
      block.push(line);
      if (block.length === BLOCK) await flush();
    }
  }
  await flush();
  return isWhole();
}

function listBy(setting: GitSetting, args: readonly string[]): ObjectLines {
  let isWhole = false;
  async function* linesOf(): AsyncGenerator<readonly string[]> {
    const lister = startGit({ setting, args });
    let begun = "";
    for await (const chunk of lister.output ?? []) {
      // A name is bytes, not a text.
      const lines = (begun + (chunk as Buffer).toString("latin1")).split("\n");
      begun = lines.pop() ?? "";
      yield lines;
    }
    const { isWell } = await lister.ended;
    isWhole = isWell && begun === "";
  }
  return { lines: linesOf(), isWhole: () => isWhole };
}

/** Each line is an id and, after a space, a name, which git is not told. */
async function ask({ git, names, ended }: Batch, lines: readonly string[]): Promise<void> {
  let ids = "";
  for (const line of lines) {
    const end = line.indexOf(" ");
    names.push(end < 0 ? "" : line.slice(end + 1));
    ids += `${end < 0 ? line : line.slice(0, end)}\n`;
  }
  if (git.input?.write(ids) !== false) return;
  await Promise.race([once(git.input, "drain").catch(() => undefined), git.ended, ended]);
}

interface NameQueue {
  readonly push: (name: string) => void;
  readonly take: () => string;
}

function createQueue(): NameQueue {
  let names: string[] = [];
  let taken = 0;
  return {
    push: (name) => {
      names.push(name);
    },
    take: () => {
      const name = names[taken] ?? "";
      taken += 1;
      if (taken < 1000) return name;
      names = names.slice(taken);
      taken = 0;
      return name;
    },
  };
}

const LINE_FEED = 0x0a;

interface Parser {
  /** What it returns, if anything, has to be waited for. */
  readonly feed: (chunk: Buffer) => Promise<void> | undefined;
  readonly isBetweenObjects: () => boolean;
}

function createParser(reader: ObjectReader, names: NameQueue): Parser {
  /** The beginning of a header, from the chunk before. */
  let begun: Buffer | undefined;
  let left = 0;
  let isWanted = false;

  /** Says where the content begins, or nothing where the header goes on in the next chunk. */
  const readHeader = (chunk: Buffer, at: number): number | undefined => {
    const end = chunk.indexOf(LINE_FEED, at);
    const part = chunk.subarray(at, end < 0 ? chunk.length : end);
    const line = begun === undefined ? part : Buffer.concat([begun, part]);
    if (end < 0) {
      begun = Buffer.from(line);
      return undefined;
    }
    begun = undefined;
    const object = parseHeader(line, names.take());
    if (object === undefined) {
      reader.missing();
      return end + 1;
    }
    isWanted = reader.begin(object);
    // A line feed comes after the content.
    left = object.size + 1;
    return end + 1;
  };

  const feedFrom = (chunk: Buffer, from: number): Promise<void> | undefined => {
    for (let at: number | undefined = from; at !== undefined && at < chunk.length;) {
      if (left === 0) {
        at = readHeader(chunk, at);
        continue;
      }
      const count: number = Math.min(left, chunk.length - at);
      left -= count;
      const end = at + count;
      const content = count - (left === 0 ? 1 : 0);
      if (isWanted && content > 0) reader.content(chunk.subarray(at, at + content));
      const wait = isWanted && left === 0 ? reader.end() : undefined;
      if (wait !== undefined) return wait.then(() => feedFrom(chunk, end));
      at = end;
    }
    return undefined;
  };

  return {
    feed: (chunk) => feedFrom(chunk, 0),
    isBetweenObjects: () => left === 0 && begun === undefined,
  };
}

/** `<id> <type> <size>`; of what is not there, `<id> missing`. */
function parseHeader(line: Buffer, name: string): GitObject | undefined {
  const [id = "", type = "", digits = ""] = line.toString("latin1").split(" ", 3);
  const size = Number.parseInt(digits, 10);
  if (Number.isNaN(size)) return undefined;
  return { id, type, size, name: Buffer.from(name, "latin1") };
}
