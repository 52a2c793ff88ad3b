import {
  archiveKindOf,
  unopenedKindOf,
  type ArchiveKind,
  type UnopenedKind,
} from "./archive/archive-kind.ts";
import { endsAsZip } from "./archive/zip.ts";
import type { Pace } from "./pace.ts";
import { scanFile, sourceOf, withFile, type ByteSource, type FilePath } from "./read-file.ts";
import type { Detector } from "./search/detector.ts";
import { createWindow, type Hit, type Hits } from "./search/window.ts";

/** Something that was found, and in which file; in an archive, `archive.zip!/path`. */
export interface Find {
  readonly name: string;
  readonly hit: Hit;
}

export interface Finds {
  readonly list: readonly Find[];
  /** How many more there are than the list has. */
  readonly more: number;
}

export interface ContentPorts {
  readonly detector: Detector;
  readonly pace: Pace;
  /** Something could not be looked through. The reason completes "`name`, because …". */
  readonly incomplete: (name: string, reason: string) => void;
  /** Something was left alone, and is only counted. */
  readonly skipped: (kind: UnopenedKind) => void;
}

export interface FileScanner {
  readonly scan: (path: FilePath, name: string) => Promise<Finds & { readonly bytes: number }>;
}

const PIECE = 2 * 1024 * 1024;

export function createFileScanner(ports: ContentPorts): FileScanner {
  const { detector, pace } = ports;
  const window = createWindow(detector, { size: PIECE, countsLinesOf: "short contents" });
  return {
    scan: (path, name) =>
      withFile(path, async (file) => {
        const first = await scanFile(file, window, pace);
        const { bytes, head } = first;
        const source = sourceOf(file);
        const kind = kindOf(source, head);
        const unopened = unopenedKindOf(head);
        if (unopened !== undefined) ports.skipped(unopened);
        if (kind !== undefined) {
          const archive = { kind, source, name, hits: first.hits };
          return { ...(await scanArchiveContent(archive, ports)), bytes };
        }
        const hits = first.hits.lacksLines ? await scanForLines(file, ports) : first.hits;
        return { ...findsOf(name, hits), bytes };
      }),
  };
}

/** An archive by its beginning, or by its end. */
export function kindOf(source: ByteSource, head: Buffer): ArchiveKind | undefined {
  return archiveKindOf(head) ?? (endsAsZip(source) ? "zip" : undefined);
}

/** Once more from the beginning, since nobody counts the lines of a large file that holds nothing. */
async function scanForLines(file: number, { detector, pace }: ContentPorts): Promise<Hits> {
  const window = createWindow(detector, { size: PIECE, countsLinesOf: "all contents" });
  return (await scanFile(file, window, pace)).hits;
}

interface ArchiveToScan {
  readonly kind: ArchiveKind;
  readonly source: ByteSource;
  readonly name: string;
  /** What was found in it as it is, packed. */
  readonly hits: Hits;
}

/** What an archive holds, and what is written in it beside that. */
export async function scanArchiveContent(
  { kind, source, name, hits }: ArchiveToScan,
  { detector, pace, incomplete, skipped }: ContentPorts,
): Promise<Finds> {
  const { scanArchive } = await import("./archive/open-archive.ts");
  const reasons = new Set<string>();
  const contents: Finds[] = [];
  const archives = [findsOf(name, hits)];
  const report = {
    found: (content: { name: string; hits: Hits; isArchive: boolean }) => {
      if (content.hits.count === 0) return;
      const finds = findsOf(`${name}!/${content.name}`, content.hits);
      (content.isArchive ? archives : contents).push(finds);
    },
    incomplete: (reason: string) => {
      reasons.add(reason);
    },
    skipped,
  };
  await scanArchive({ kind, source, name }, { detector, pace, report });
  for (const reason of reasons) incomplete(name, reason);
  const seen = new Set(contents.flatMap(({ list }) => list).map(({ hit }) => hit.what));
  // What is stored as it is shows in the archive too, and is told of what is in it.
  const unseen = archives.map(({ list }) => ({
    list: list.filter(({ hit }) => !seen.has(hit.what)),
    more: 0,
  }));
  const all = [...contents, ...unseen];
  return {
    list: all.flatMap(({ list }) => list),
    more: all.reduce((sum, { more }) => sum + more, 0),
  };
}

/** In an archive, lines are those of what is in it. */
export function findsOf(name: string, hits: Hits): Finds {
  const list = hits.list.map((hit) => ({ name, hit }));
  return { list, more: hits.count - list.length };
}
