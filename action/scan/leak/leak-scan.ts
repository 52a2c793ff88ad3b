import { createTextMasker } from "../../../src/key/mask-text.ts";
import type { PleoKey } from "../../../src/key/pleo-key.ts";
import type { Finding } from "../../../src/report/finding.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import { findAskedPaths } from "./asked-paths.ts";
import { describeLeak, describeShape, withRest, type Wording } from "./describe-leaks.ts";
import { walkFiles, type WalkedFile } from "./file-walk.ts";
import { findGit } from "./git/find-git.ts";
import { findRepository, openPrivately, type PrivateRepository } from "./git/private-repository.ts";
import type { GitSetting } from "./git/run-git.ts";
import { foundIn } from "./git/names.ts";
import { scanHistory, type HistoryFind } from "./git/scan-history.ts";
import { filesOfCommit, ignoredNames } from "./git/trees.ts";
import { openGlances, type Glances } from "./glance-in-threads.ts";
import { createGaps, type Gaps } from "./incomplete.ts";
import { count } from "./count.ts";
import { createLeakList, MOST_LEAKS, type Leak, type LeakList } from "./leak.ts";
import { findHistoryOrigins, findOrigins, type FoundLeak } from "./leak-origin.ts";
import { createPace, type Pace } from "./pace.ts";
import { createFileScanner, type ContentPorts, type FileScanner } from "./scan-content.ts";
import { needleDetector, shapeDetector, type Detector } from "./search/detector.ts";
import { needlesOf, type Needle } from "./search/needles.ts";
import { wrappedNeedlesOf } from "./search/wrapped-base64.ts";
import {
  countSkipped,
  describeProgress,
  describeSkipped,
  showBytes,
  startTally,
  type Tally,
} from "./tally.ts";
import { LONGEST_SCAN_MINUTES, startTimeLimit, type TimeLimit } from "./time-limit.ts";

type LeakScanMode = "workspace" | "build" | "history";

export interface LeakScan {
  readonly modes: ReadonlySet<LeakScanMode>;
  /** Files and folders below the workspace that are looked through as well, ignored or not. */
  readonly paths: readonly string[];
  readonly includesIgnored: boolean;
}

export interface LeakScanRequest {
  readonly scan: LeakScan;
  /** None where the run has none, as on a fork. */
  readonly keys: readonly {
    readonly key: PleoKey;
    readonly which: "the key" | "the previous key";
  }[];
  readonly workspace: string;
  /** The commit that the change starts from, if the event names one. */
  readonly base: string | undefined;
  readonly words: { readonly revoke: string; readonly renew: string };
}

export interface LeakScanPorts {
  readonly progress: (line: string) => void;
  /** Milliseconds, from whenever. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  /** How long it may take, if something else is to be tried than `LONGEST_SCAN_MINUTES`. */
  readonly limitMs?: number;
  /** Where git is looked for: `PATH` if nothing else is said. */
  readonly searchPath?: string;
}

export interface LeakScanResult {
  readonly findings: readonly Finding[];
  /** Completes "nothing was found in …". */
  readonly seen: string;
}

/** Looks for the very value of each key, in every spelling; without a key, for what is shaped like one. */
export async function scanForLeaks(
  request: LeakScanRequest,
  ports: LeakScanPorts,
): Promise<LeakScanResult> {
  ports.signal?.throwIfAborted();
  const time = startTimeLimit(ports.limitMs ?? LONGEST_SCAN_MINUTES * 60_000, ports.signal);
  const git = openGit(request.workspace, { ...ports, signal: time.signal });
  try {
    const scan = prepare(request, { ports, git, time });
    const result = await (request.keys.length === 0 ? scanForShapes(scan) : scanForKeys(scan));
    ports.signal?.throwIfAborted();
    return result;
  } catch (error) {
    // What ends because the run does may say so in its own words.
    ports.signal?.throwIfAborted();
    throw error;
  } finally {
    time.release();
    git?.repository.remove();
  }
}

interface OpenGit {
  readonly setting: GitSetting;
  readonly repository: PrivateRepository;
}

function openGit(
  workspace: string,
  { signal, searchPath }: Pick<LeakScanPorts, "signal" | "searchPath">,
): OpenGit | undefined {
  const program = findGit(searchPath ?? process.env["PATH"] ?? "", workspace);
  const place = findRepository(workspace);
  if (program === undefined || place === undefined) return undefined;
  const repository = openPrivately(place);
  return { setting: { program, folder: repository.folder, signal }, repository };
}

/** Everything that the parts of one scan share. */
interface Scan {
  readonly request: LeakScanRequest;
  readonly git: OpenGit | undefined;
  readonly time: TimeLimit;
  readonly needles: readonly Needle[];
  /** How many of the needles are whole spellings of the first key. */
  readonly spellings: number;
  readonly detector: Detector;
  readonly pace: Pace;
  readonly tally: Tally;
  readonly gaps: Gaps;
  readonly leaks: LeakList;
  readonly wording: Wording;
}

function prepare(
  request: LeakScanRequest,
  { ports, git, time }: { ports: LeakScanPorts; git: OpenGit | undefined; time: TimeLimit },
): Scan {
  const values = request.keys.map(({ key }) => key.reveal());
  const hide = createTextMasker(values);
  const whole = needlesOf(values);
  const pieces = wrappedNeedlesOf(values);
  const tally = startTally();
  const gaps = createGaps(hide);
  for (const [index, { which }] of request.keys.entries()) {
    if (whole.some(({ key }) => key === index)) continue;
    gaps.other(
      `${which === "the key" ? "The key" : "The previous key"} is too short to be told from other text`,
      "Store the whole key; one this short is none of Pleo's.",
    );
  }
  const describe = (): string => describeProgress(tally);
  const pace = createPace({ ...ports, signal: time.signal, describe });
  const which = request.keys.map((key) => key.which);
  const detector = whole.length === 0 ? shapeDetector : needleDetector(whole, pieces);
  const wording = { ...request.words, which, hide };
  const needles = [...whole, ...pieces];
  const spellings = whole.filter(({ key }) => key === needles[0]?.key).length;
  return {
    ...{ request, git, time, needles, spellings, detector, pace, tally, gaps, wording },
    leaks: createLeakList(),
  };
}

async function scanForKeys(scan: Scan): Promise<LeakScanResult> {
  const { request, needles, gaps, leaks } = scan;
  if (needles.length === 0) return { findings: gaps.findings(), seen: "nothing" };
  await untilTimeIsOver(scan, () => scanFiles(scan, { isWanted: () => true }));
  const keyOf = (what: number): number => needles[what]?.key ?? 0;
  const { detector } = scan;
  const { base, workspace } = request;
  const inFiles = await withGitIfThereIsTime(scan, (setting) =>
    findOrigins(leaks.leaks(), { setting, workspace, base, detector, keyOf }),
  );
  const history = request.scan.modes.has("history") ? await lookBack(scan) : NO_HISTORY;
  tellIfTimeIsOver(scan);
  const found = [
    ...inFiles.map((found) => withCommit(found, history)),
    ...history.leaks
      .filter(({ leak }) => !inFiles.some((other) => isSameFile(leak, other.leak)))
      .toSorted((one, other) => compare(orderOf(one.leak), orderOf(other.leak))),
  ];
  const findings = request.keys.flatMap((_, key) => describeKey(found, key, scan));
  return {
    findings: [...findings, ...history.findings, ...gaps.findings()],
    seen: describeSeen(scan),
  };
}

/** What was found until then is told. */
async function untilTimeIsOver({ time }: Scan, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!time.isOver()) throw error;
  }
}

/** Without git less is known of what was found, but it is still told. */
async function withGitIfThereIsTime<Result>(
  { git, time }: Scan,
  ask: (setting: GitSetting | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await ask(time.isOver() ? undefined : git?.setting);
  } catch (error) {
    if (!time.isOver()) throw error;
    return ask(undefined);
  }
}

function tellIfTimeIsOver({ time, gaps }: Scan): void {
  if (!time.isOver()) return;
  gaps.other(
    `The search was ended after ${LONGEST_SCAN_MINUTES} minutes, before everything was looked through`,
    "Look through less in one run: `history` in a scheduled workflow of its own, or `build` with the folders that are deployed.",
  );
}

function describeKey(
  found: readonly FoundLeak[],
  key: number,
  { leaks, wording }: Scan,
): readonly Finding[] {
  const ofKey = found.filter(({ leak }) => leak.key === key);
  const listed = ofKey.slice(0, MOST_LEAKS);
  const findings = listed.map(({ leak, origin }) => describeLeak(leak, origin, wording));
  return withRest(findings, leaks.moreOf(key) + ofKey.length - listed.length);
}

function isSameFile(one: Leak, other: Leak): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.key === other.key &&
    one.words === other.words
  );
}

/** Git gives its objects in an order that goes by what is in them, the key included. */
function orderOf({ kind, name, line = 0, words }: Leak): string {
  return [kind, name, String(line).padStart(9, "0"), words].join("\0");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What the history tells of a file of the checkout, so that one leak is told once. */
function withCommit(found: FoundLeak, history: LookBack): FoundLeak {
  const { leak, origin } = found;
  const past = history.leaks.find((other) => isSameFile(other.leak, leak))?.origin;
  if (past === undefined) return found;
  const holder = "the repository and its history";
  const since = past.commit === undefined ? origin.since : past.since;
  return { leak, origin: { isOld: origin.isOld, since, holder } };
}

interface LookBack {
  readonly leaks: readonly FoundLeak[];
  readonly findings: readonly Finding[];
}

const NO_HISTORY: LookBack = { leaks: [], findings: [] };

async function lookBack(scan: Scan): Promise<LookBack> {
  const { request, git, tally, gaps, needles } = scan;
  if (git === undefined) {
    gaps.other(
      "The history could not be looked through, because the workspace is no git repository or there is no git",
      "Check out with `actions/checkout` and `fetch-depth: 0`, on a runner that has git.",
    );
    return NO_HISTORY;
  }
  const history = await scanHistory(git.setting, {
    ...contentPorts(scan),
    onObject: () => {
      tally.objects += 1;
    },
    references: git.repository.references,
    isOver: scan.time.isOver,
  });
  scan.leaks.addMore(0, history.more);
  const toLeak = ({ name, hit, kind, id }: HistoryFind): Leak => {
    const needle = needles[hit.what];
    const line = hit.line === undefined || kind !== "file" ? {} : { line: hit.line };
    const words = needle?.words ?? "";
    return { kind, key: needle?.key ?? 0, words, name, isOutput: false, id, ...line };
  };
  const leaks = await withGitIfThereIsTime(scan, (setting) =>
    findHistoryOrigins(history.finds, { setting, base: request.base, toLeak }),
  );
  const problem = scan.time.isOver() ? undefined : problemOf(git.repository, history);
  const findings =
    problem === undefined ? [] : [createScanFinding("history-incomplete", { problem })];
  return { leaks, findings };
}

function problemOf(
  { gap }: PrivateRepository,
  { missing, isWhole }: { missing: number; isWhole: boolean },
): string | undefined {
  if (gap !== undefined) return gap;
  if (missing > 0)
    return `${count(missing, "object", "objects")} of the history are not in the clone`;
  return isWhole ? undefined : "Git could not list and read all of the history";
}

function contentPorts({ detector, pace, gaps, tally }: Scan): ContentPorts {
  return {
    ...{ detector, pace },
    incomplete: gaps.packed,
    skipped: (kind) => {
      countSkipped(tally, kind);
    },
  };
}

interface FileChoice {
  readonly isWanted: (file: WalkedFile) => boolean;
}

async function scanFiles(scan: Scan, { isWanted }: FileChoice): Promise<void> {
  const { request, gaps, tally, pace, needles } = scan;
  const { modes, includesIgnored } = request.scan;
  const paths = findAskedPaths(request.scan.paths, { workspace: request.workspace, gaps });
  const wantsWorkspace = modes.has("workspace");
  const wantsOutput = modes.has("build");
  if (!wantsWorkspace && !wantsOutput && paths.length === 0) return;
  const ignored = wantsWorkspace && !includesIgnored ? await namesIgnored(scan) : NOTHING;
  const scanner = createFileScanner(contentPorts(scan));
  const { workspace } = request;
  const walked = walkFiles(
    { workspace, wantsWorkspace, wantsOutput, paths, isIgnored: (name) => ignored.has(name) },
    {
      skipped: (kind) => {
        countSkipped(tally, kind);
      },
      unreadable: gaps.unreadable,
    },
  );
  let outputs = 0;
  const glances =
    needles.length === 0 ? undefined : openGlances(needles.map((needle) => needle.bytes));
  try {
    for (const files of inRounds(walked, isWanted)) {
      outputs += files.filter(({ isOutput }) => isOutput).length;
      lookAtNames(files, scan);
      for (const file of await worthALook(files, glances, scan))
        await lookInto(file, scanner, scan);
      if (pace.isDue()) await pace.rest();
    }
  } finally {
    glances?.close();
  }
  if (outputs === 0 && wantsOutput) {
    gaps.other(
      "No build output was found",
      "Run this step after the build, or name its folder in `leak-scan-paths`.",
    );
  }
}

/** Bounds what is kept in memory of a checkout of any size. */
const ROUND = 20_000;

function* inRounds(
  walked: Iterable<WalkedFile>,
  isWanted: FileChoice["isWanted"],
): Generator<readonly WalkedFile[]> {
  let round: WalkedFile[] = [];
  for (const file of walked) {
    if (isWanted(file)) round.push(file);
    if (round.length < ROUND) continue;
    yield round;
    round = [];
  }
  yield round;
}

/** Those that a glance does not settle, in their order. */
async function worthALook(
  files: readonly WalkedFile[],
  glances: Glances | undefined,
  { pace, tally }: Scan,
): Promise<readonly WalkedFile[]> {
  if (glances === undefined) return files;
  // A name that is no text is for a closer look.
  const paths = files.map(({ path: file }) => (typeof file === "string" ? file : ""));
  const before = tally.files;
  const { notable, bytes } = await glances.glanceAt(paths, pace, (taken) => {
    tally.files = before + taken;
  });
  tally.files = before + files.length - notable.length;
  tally.bytes += bytes;
  return notable.flatMap((index) => files[index] ?? []);
}

async function lookInto(file: WalkedFile, scanner: FileScanner, scan: Scan): Promise<void> {
  const { pace, tally, leaks, gaps, needles } = scan;
  if (pace.isDue()) await pace.rest();
  try {
    const { bytes, list, more } = await scanner.scan(file.path, file.name);
    tally.files += 1;
    tally.bytes += bytes;
    for (const { name, hit } of list) {
      const needle = needles[hit.what];
      const line = hit.line === undefined ? {} : { line: hit.line };
      const found = { key: needle?.key ?? 0, words: needle?.words ?? "", name, ...line };
      leaks.add({ kind: "file", isOutput: file.isOutput, ...found });
    }
    if (more > 0) leaks.addMore(needles[list[0]?.hit.what ?? 0]?.key ?? 0, more);
  } catch (error) {
    if (!isFileError(error)) throw error;
    gaps.unreadable(file.name);
  }
}

/** What the system says of a file; anything else is no answer about it. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function lookAtNames(files: readonly WalkedFile[], scan: Scan): void {
  if (scan.needles.length === 0) return;
  // All at once first, since next to no name holds a key.
  const together = Buffer.from(files.map(({ name }) => name).join("\0"));
  if (foundIn(together, scan.detector).length === 0) return;
  for (const file of files) lookAtName(file, scan);
}

function lookAtName({ name, isOutput }: WalkedFile, { detector, leaks, needles }: Scan): void {
  for (const what of foundIn(Buffer.from(name), detector)) {
    const needle = needles[what];
    if (needle === undefined) continue;
    leaks.add({ kind: "file name", key: needle.key, words: needle.words, name, isOutput });
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Nothing where git cannot tell: then everything is looked through. */
async function namesIgnored({ git, request }: Scan): Promise<ReadonlySet<string>> {
  if (git === undefined) return NOTHING;
  return (await ignoredNames(git.setting, request.workspace)) ?? NOTHING;
}

async function scanForShapes(scan: Scan): Promise<LeakScanResult> {
  const { request, leaks, wording, gaps, tally } = scan;
  const unchanged = await withGitIfThereIsTime(
    scan,
    async (setting) => setting && (await unchangedNames(setting, request.base)),
  );
  const modes = new Set<LeakScanMode>([...request.scan.modes, "workspace"]);
  const wide = { ...scan, request: { ...request, scan: { ...request.scan, modes } } };
  await untilTimeIsOver(scan, () =>
    scanFiles(wide, { isWanted: ({ name }) => unchanged?.has(name) !== true }),
  );
  tellIfTimeIsOver(scan);
  const findings = leaks.leaks().map((leak) => describeShape(leak, wording));
  const files =
    unchanged === undefined
      ? count(tally.files, "file", "files")
      : `the ${count(tally.files, "changed file", "changed files")}`;
  const seen = `${files}, by the shape of a key alone, since this run has no key`;
  return {
    findings: [...withRest(findings, leaks.moreOf(0)), ...gaps.findings()],
    seen: seen + describeSkipped(tally),
  };
}

/** The files that are the same at the base; nothing where that is not known. */
async function unchangedNames(
  setting: GitSetting,
  base: string | undefined,
): Promise<ReadonlySet<string> | undefined> {
  if (base === undefined) return undefined;
  const before = await filesOfCommit(setting, base);
  const now = await filesOfCommit(setting, "HEAD");
  if (before === undefined || now === undefined) return undefined;
  return new Set([...now].filter(([name, id]) => before.get(name) === id).map(([name]) => name));
}

function describeSeen({ request, tally, spellings }: Scan): string {
  const { modes, paths } = request.scan;
  const hasOutput = modes.has("build") || paths.length > 0;
  const places = [
    ...(modes.has("workspace") ? ["the workspace"] : []),
    ...(hasOutput ? ["the build output"] : []),
  ];
  const files = `${count(tally.files, "file", "files")} of ${places.join(" and ")} (${showBytes(tally.bytes)})`;
  const objects = `${count(tally.objects, "object", "objects")} of the history`;
  const parts = [...(places.length > 0 ? [files] : []), ...(modes.has("history") ? [objects] : [])];
  return `${parts.join(" and ")}, in ${spellings} spellings${describeSkipped(tally)}`;
}
