import type { Pace } from "../pace.ts";
import { sourceOfBytes, type ByteSource } from "../read-file.ts";
import type { Detector } from "../search/detector.ts";
import { createWindow, type Hits, type SearchWindow } from "../search/window.ts";
import {
  archiveKindOf,
  unopenedKindOf,
  type ArchiveKind,
  type UnopenedKind,
} from "./archive-kind.ts";
import {
  ARCHIVE_LIMITS,
  ArchiveDamage,
  ArchiveLimit,
  createBudget,
  type Budget,
} from "./budget.ts";
import { inflateInto } from "./inflate.ts";
import type { Sink } from "./sink.ts";
import { untarInto } from "./tar.ts";
import { contentStart, listZip, type ZipEntry } from "./zip.ts";

interface ArchiveContent {
  /** Its name inside of the archive, with `!/` before what is inside of an inner one. */
  readonly name: string;
  readonly hits: Hits;
  /** It is one itself, so that what it holds may have been found twice. */
  readonly isArchive: boolean;
}

interface ArchiveReport {
  readonly found: (content: ArchiveContent) => void;
  /** Something inside could not be looked through. The reason completes "…, because …". */
  readonly incomplete: (reason: string) => void;
  /** Something inside is left alone, and only counted. */
  readonly skipped: (kind: UnopenedKind) => void;
}

export interface ArchivePorts {
  readonly detector: Detector;
  readonly pace: Pace;
  readonly report: ArchiveReport;
}

export interface Archive {
  readonly kind: ArchiveKind;
  readonly source: ByteSource;
  /** Its own name, from which that of a single content is made. */
  readonly name: string;
}

/** Looks through everything in an archive, and in the archives in it, without writing anything anywhere. */
export async function scanArchive(archive: Archive, ports: ArchivePorts): Promise<void> {
  await attempt(ports.report, () =>
    createOpener(ports).open(archive, { names: [], depth: 1, level: 0 }),
  );
}

/** What is wrong with an archive is something to say, and no reason to stop. */
async function attempt(report: ArchiveReport, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveLimit) && !(error instanceof ArchiveDamage)) throw error;
    report.incomplete(error.message);
  }
}

/** Where in an archive a content is. */
interface Position {
  /** The names of the archives around it, but for the outermost. */
  readonly names: readonly string[];
  /** How many archives are around it, as the limit counts them. */
  readonly depth: number;
  /** How many contents are open around it. */
  readonly level: number;
}

const PIECE = 256 * 1024;
const WINDOW = 64 * 1024;
const HEAD_LENGTH = 512;

interface Pouring {
  readonly start: number;
  readonly length: number;
  readonly sink: Sink;
}

interface Opener {
  readonly open: (archive: Archive, position: Position) => Promise<void>;
}

function createOpener({ detector, pace, report }: ArchivePorts): Opener {
  const budget = createBudget();
  /** One for each level: the entries of a level come one after the other. */
  const windows: SearchWindow[] = [];
  const windowAt = (level: number): SearchWindow =>
    (windows[level] ??= createWindow(detector, { size: WINDOW, countsLinesOf: "all contents" }));

  const open = async ({ kind, source, name }: Archive, position: Position): Promise<void> => {
    if (kind === "zip") {
      await openZip(source, position);
      return;
    }
    const sink = sinkFor(kind, name, position);
    await pourAll(source, { start: 0, length: source.size, sink });
  };

  const sinkFor = (kind: Exclude<ArchiveKind, "zip">, name: string, position: Position): Sink =>
    kind === "tar"
      ? untarInto((entry) => entrySink(entry, position, { isUnzipped: false }))
      : inflateInto(entrySink(innerName(name), position, { isUnzipped: true }), kind, budget);

  /** Takes one content: looks through it, and into it where it is an archive. */
  const entrySink = (
    name: string,
    position: Position,
    { isUnzipped }: { isUnzipped: boolean },
  ): Sink => {
    budget.enter();
    const path = [...position.names, name];
    const window = windowAt(position.level);
    window.begin();
    let head: Buffer | undefined = Buffer.alloc(0);
    let inner: Sink | undefined;
    let isArchive = false;

    const settle = async (bytes: Buffer): Promise<void> => {
      head = undefined;
      const kind = archiveKindOf(bytes);
      if (kind === undefined) {
        const unopened = unopenedKindOf(bytes);
        if (unopened !== undefined) report.skipped(unopened);
        return;
      }
      // A tar is what is packed with gzip or zstd, and counts as one with it.
      const isOne = isUnzipped && kind === "tar";
      const depth = position.depth + (isOne ? 0 : 1);
      if (depth > ARCHIVE_LIMITS.depth) {
        report.incomplete("archives are nested too deeply in it");
        return;
      }
      isArchive = true;
      const within = { names: isOne ? position.names : path, depth, level: position.level + 1 };
      inner = kind === "zip" ? zipSink(within) : sinkFor(kind, name, within);
      await passOn(bytes);
    };

    const passOn = async (bytes: Buffer): Promise<void> => {
      const sink = inner;
      if (sink === undefined) return;
      await attempt(report, async () => {
        try {
          await sink.write(bytes);
        } catch (error) {
          inner = undefined;
          // What was found before it failed has not been told yet.
          await sink.end().catch(() => undefined);
          throw error;
        }
      });
    };

    return {
      write: async (bytes) => {
        if (pace.isDue()) await pace.rest();
        window.write(bytes);
        if (head === undefined) {
          await passOn(bytes);
          return;
        }
        head = Buffer.concat([head, bytes]);
        if (head.length >= HEAD_LENGTH) await settle(head);
      },
      end: async () => {
        if (head !== undefined) await settle(head);
        const hits = window.end();
        const sink = inner;
        if (sink !== undefined) await attempt(report, () => sink.end());
        report.found({ name: path.join("!/"), hits, isArchive });
      },
    };
  };

  const zipSink = (position: Position): Sink => {
    const pieces: Buffer[] = [];
    let size = 0;
    return {
      write: (bytes) => {
        size += bytes.length;
        if (size > ARCHIVE_LIMITS.nestedZipBytes) {
          pieces.length = 0;
          return Promise.reject(new ArchiveLimit("a zip in it is larger than 32 MB"));
        }
        pieces.push(Buffer.from(bytes));
        return Promise.resolve();
      },
      end: () => openZip(sourceOfBytes(Buffer.concat(pieces)), position),
    };
  };

  const openZip = async (source: ByteSource, position: Position): Promise<void> => {
    for (const entry of listZip(source)) {
      await attemptEntry(report, () => openZipEntry(source, entry, position));
    }
  };

  const openZipEntry = async (
    source: ByteSource,
    entry: ZipEntry,
    position: Position,
  ): Promise<void> => {
    if (entry.form === "encrypted") throw new ArchiveDamage("some of it is encrypted");
    if (entry.form === "unknown") throw new ArchiveDamage("some of it is packed in an unknown way");
    const content = entrySink(entry.name, position, { isUnzipped: false });
    const sink =
      entry.form === "stored" ? counted(content, budget) : inflateInto(content, "deflate", budget);
    const start = contentStart(source, entry);
    await pourAll(source, { start, length: entry.packedSize, sink });
  };

  const pourAll = async (source: ByteSource, pouring: Pouring): Promise<void> => {
    try {
      await pour(source, pouring);
    } finally {
      await pouring.sink.end();
    }
  };

  const pour = async (source: ByteSource, { start, length, sink }: Pouring): Promise<void> => {
    const piece = Buffer.allocUnsafe(Math.max(1, Math.min(PIECE, length)));
    for (let done = 0; done < length;) {
      if (pace.isDue()) await pace.rest();
      const read = source.read(
        piece.subarray(0, Math.min(piece.length, length - done)),
        start + done,
      );
      if (read === 0) throw new ArchiveDamage("it is cut off");
      done += read;
      await sink.write(piece.subarray(0, read));
    }
  };

  return { open };
}

/** One bad entry does not keep the others from being read; a limit does. */
async function attemptEntry(report: ArchiveReport, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    report.incomplete(error.message);
  }
}

function counted(sink: Sink, budget: Budget): Sink {
  return {
    write: async (bytes) => {
      budget.unpack(bytes.length);
      await sink.write(bytes);
    },
    end: () => sink.end(),
  };
}

/** `bundle.js.gz` holds `bundle.js`, and `files.tgz` holds `files.tar`. */
function innerName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  return last.replace(/\.t(?:ar\.)?(?:gz|zst)$/i, ".tar").replace(/\.(?:gz|gzip|zst|zstd)$/i, "");
}
