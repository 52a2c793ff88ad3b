import { existsSync } from "node:fs";
import path from "node:path";
import { liesInOutput } from "./file-walk.ts";
import { findBringingCommits, type BroughtIn } from "./git/bringing-commits.ts";
import { readObjects } from "./git/object-stream.ts";
import type { HistoryFind } from "./git/scan-history.ts";
import type { GitSetting } from "./git/run-git.ts";
import { commitsSince, filesOfCommit, stagedNames, type CommitFiles } from "./git/trees.ts";
import { outerFile, type Leak } from "./leak.ts";
import type { Detector } from "./search/detector.ts";
import { createWindow } from "./search/window.ts";

/** Since when a leak has been there. */
export interface Origin {
  readonly isOld: boolean;
  /** Completes "…, and …". */
  readonly since: string;
  /** Completes "whoever can read …". */
  readonly holder: string;
  readonly commit?: string;
  /** A file that an earlier step wrote for others to read the key from, and that nobody commits or deploys. */
  readonly isMeant?: boolean;
}

export interface FoundLeak {
  readonly leak: Leak;
  readonly origin: Origin;
}

const UNKNOWN: Origin = {
  isOld: false,
  since: "it is not known since when",
  holder: "the repository",
};
const UNTRACKED = "git does not track it, so an earlier step of this job wrote it";

export interface OriginPorts {
  readonly setting: GitSetting | undefined;
  readonly base: string | undefined;
  readonly detector: Detector;
  readonly workspace: string;
  /** Which key something that was found is. */
  readonly keyOf: (what: number) => number;
}

/** Where each leak of the checkout comes from. */
export async function findOrigins(
  leaks: readonly Leak[],
  ports: OriginPorts,
): Promise<readonly FoundLeak[]> {
  const { setting, base } = ports;
  if (leaks.length === 0) return [];
  const now = setting && (await filesOfCommit(setting, "HEAD"));
  if (setting === undefined || now === undefined) {
    return leaks.map((leak) => ({ leak, origin: holderOf(leak, UNKNOWN) }));
  }
  const before = base === undefined ? undefined : await filesOfCommit(setting, base);
  const old = before && (await oldLeaks(leaks, { ...ports, now, before, setting }));
  const written = leaks.filter((leak) => !now.has(outerFile(leak)));
  const meant = await meantOnes(written, setting, ports.workspace);
  return leaks.map((leak) => {
    if (meant.has(leak)) return { leak, origin: MEANT };
    if (written.includes(leak)) return { leak, origin: untracked(leak) };
    if (old === undefined) return { leak, origin: UNKNOWN };
    return { leak, origin: old.has(leak) ? WAS_THERE : NEW };
  });
}

const WAS_THERE: Origin = {
  isOld: true,
  since: "it was there before this change",
  holder: "the repository",
};
const NEW: Origin = { isOld: false, since: "this change brought it in", holder: "the repository" };

function untracked(leak: Leak): Origin {
  return {
    isOld: false,
    since: UNTRACKED,
    holder: leak.isOutput ? "the build output" : "that file",
  };
}

const MEANT: Origin = { isOld: false, since: UNTRACKED, holder: "that file", isMeant: true };

/** What usually stands behind `.env.`: for what it is, or for whom. A sample is for everybody, and holds no key. */
const ENV_OF =
  "local|dev|development|debug|test|tests|testing|e2e|ci|preview|qa|uat|sandbox|demo|stage|staging|live|prod|production|build|deploy|docker|runtime|shared|private|secret|secrets|keys|override";
/** `.env`, `.env.production.local`, `app.env`, `.envrc`, `.dev.vars`; not `.env.js` or `.env.txt`, which anybody may ship. */
const ENV_FILE = new RegExp(
  `^(?:\\.env|\\.dev\\.vars)(?:\\.(?:${ENV_OF})){0,2}$|^[\\w-][\\w.-]*\\.env$|^\\.envrc$`,
);

/**
 * Files that exist to hold the key while the job runs: named so, in no commit and not about to be in one, and not where
 * build output lies. That git ignores a file is no evidence: it ignores build output just the same.
 */
async function meantOnes(
  written: readonly Leak[],
  setting: GitSetting,
  workspace: string,
): Promise<ReadonlySet<Leak>> {
  const named = written.filter(
    (leak) =>
      leak.kind === "file" &&
      !leak.isOutput &&
      outerFile(leak) === leak.name &&
      !liesInOutput(leak.name) &&
      !liesInOtherRepository(leak.name, workspace) &&
      ENV_FILE.test(leak.name.slice(leak.name.lastIndexOf("/") + 1)),
  );
  if (named.length === 0) return new Set();
  const staged = await stagedNames(setting, workspace);
  return new Set(named.filter(({ name }) => staged?.has(name) === false));
}

/** Of a submodule, or a second checkout, our git knows nothing: whether it is tracked there, nobody has asked. */
function liesInOtherRepository(name: string, workspace: string): boolean {
  const folders = name.split("/").slice(0, -1);
  return folders.some((_, index) =>
    existsSync(path.join(workspace, ...folders.slice(0, index + 1), ".git")),
  );
}

function holderOf(leak: Leak, origin: Origin): Origin {
  return leak.isOutput ? { ...origin, holder: "the build output" } : origin;
}

interface Comparison extends Omit<OriginPorts, "base"> {
  readonly setting: GitSetting;
  readonly now: CommitFiles;
  readonly before: CommitFiles;
}

/** Those whose file held the same key at the base already, under whatever name it had then. */
async function oldLeaks(
  leaks: readonly Leak[],
  { setting, now, before, detector, keyOf }: Comparison,
): Promise<ReadonlySet<Leak>> {
  const contents = new Set(before.values());
  const isUnchanged = (leak: Leak): boolean => contents.has(now.get(outerFile(leak)) ?? "");
  const inFiles = leaks.filter(({ kind }) => kind === "file").map(outerFile);
  const ids = new Set(
    inFiles.flatMap((file) => [before.get(file) ?? [], now.get(file) ?? []].flat()),
  );
  const keysAt = await keysIn(setting, [...ids], { detector, keyOf });
  return new Set(
    leaks.filter((leak) => {
      const file = outerFile(leak);
      if (leak.kind === "file name") return before.has(file);
      const held = (id = ""): boolean => keysAt.get(id)?.has(leak.key) === true;
      // Nobody unpacks the versions of an archive; of a file, what the job wrote over it is not what was committed.
      const isCommitted = leak.name !== file || held(now.get(file));
      return (isCommitted && isUnchanged(leak)) || held(before.get(file));
    }),
  );
}

/** Which keys each of these objects holds. */
async function keysIn(
  setting: GitSetting,
  ids: readonly string[],
  { detector, keyOf }: Pick<OriginPorts, "detector" | "keyOf">,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const found = new Map<string, ReadonlySet<number>>();
  if (ids.length === 0) return found;
  const window = createWindow(detector, { size: 256 * 1024, countsLinesOf: "short contents" });
  let current = "";
  await readObjects(setting, { ids }, () => ({
    begin: ({ id }) => {
      current = id;
      window.begin();
      return true;
    },
    content: (bytes) => {
      window.write(bytes);
    },
    end: () => {
      found.set(current, new Set(window.end().list.map(({ what }) => keyOf(what))));
      return undefined;
    },
    missing: () => undefined,
  }));
  return found;
}

/**
 * Where each find of the history comes from. A file that held the key through many versions is told once, with the
 * commit that brought the key in.
 */
export async function findHistoryOrigins(
  finds: readonly HistoryFind[],
  { setting, base, toLeak }: HistoryOriginPorts,
): Promise<readonly FoundLeak[]> {
  if (finds.length === 0) return [];
  const inChange = base === undefined ? undefined : setting && (await commitsSince(setting, base));
  const ids = finds.flatMap(({ kind, id }) => (kind === "file" ? [id] : []));
  const brought = setting ? await findBringingCommits(setting, [...new Set(ids)]) : NOT_KNOWN;
  const order = new Map([...brought.keys()].map((id, index) => [id, index]));
  const rank = ({ id }: HistoryFind): number => order.get(id) ?? -1;
  const told = new Set<string>();
  return finds
    .toSorted((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1))
    .flatMap((find) => {
      const leak = toLeak(find);
      const from: Partial<BroughtIn> = brought.get(find.id) ?? {};
      const isOfCommit = find.kind === "commit" || find.kind === "file name";
      const commit = isOfCommit && find.id !== "" ? find.id : from.commit;
      const place = JSON.stringify([leak.kind, leak.key, leak.words, leak.name]);
      if (leak.kind !== "commit" && told.has(place)) return [];
      told.add(place);
      return [{ leak, origin: historyOrigin(commit, inChange) }];
    });
}

const NOT_KNOWN: ReadonlyMap<string, BroughtIn> = new Map();

export interface HistoryOriginPorts {
  readonly setting: GitSetting | undefined;
  readonly base: string | undefined;
  readonly toLeak: (find: HistoryFind) => Leak;
}

const SHORT_ID = 12;

function historyOrigin(
  commit: string | undefined,
  inChange: ReadonlySet<string> | undefined,
): Origin {
  const holder = "the history";
  if (commit === undefined) return { isOld: false, since: "it is in the history", holder };
  const short = `commit ${commit.slice(0, SHORT_ID)}`;
  if (inChange === undefined) {
    // Where the change begins is not known, so the leak may well be of this change.
    return { isOld: false, since: `${short} brought it in`, holder, commit };
  }
  return inChange.has(commit)
    ? { isOld: false, since: `${short} of this change brought it in`, holder, commit }
    : { isOld: true, since: `${short} brought it in`, holder, commit };
}
