import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";

/** How git is started here: which program, for which repository, and until when. */
export interface GitSetting {
  readonly program: string;
  /** The folder of our own that stands for the repository. */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

export interface GitCall {
  readonly setting: GitSetting;
  readonly args: readonly string[];
  /** The files of the checkout, for a call that looks at them. */
  readonly workTree?: string;
  /** Where the input comes from; there is none otherwise. */
  readonly input?: "pipe";
  /** Where the output goes; a pipe of its own otherwise. */
  readonly output?: Socket | undefined;
}

export interface RunningGit {
  readonly output: Readable | null;
  readonly input: Writable | null;
  readonly ended: Promise<GitEnding>;
  readonly kill: () => void;
}

interface GitEnding {
  /** It did what it was asked, and complained of nothing. */
  readonly isWell: boolean;
  /** What it complained of. It may hold any name of the repository. */
  readonly complaint: string;
}

/**
 * Nothing of our own environment: no input, no token, and no setting by which somebody could make git run a program
 * or ask a server. Replacements and grafts are left out, so that what is there is what was committed.
 */
function environmentOf({ folder }: GitSetting, workTree: string | undefined): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return {
    GIT_DIR: folder,
    ...(workTree === undefined ? {} : { GIT_WORK_TREE: workTree }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    PATH: "",
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}

const running = new Set<ChildProcess>();

/** For the end of the process: nothing that was started here outlives it. */
export function killRunning(): void {
  for (const child of running) child.kill("SIGKILL");
}

const LONGEST_COMPLAINT = 4000;

/** Starts git without a shell. */
export function startGit({ setting, args, workTree, input, output }: GitCall): RunningGit {
  const child = spawn(setting.program, args, {
    cwd: setting.folder,
    env: environmentOf(setting, workTree),
    stdio: [input ?? "ignore", output ?? "pipe", "pipe"],
    windowsHide: true,
    killSignal: "SIGKILL",
    ...(setting.signal === undefined ? {} : { signal: setting.signal }),
  });
  running.add(child);
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    if (complaint.length < LONGEST_COMPLAINT) complaint += chunk.toString();
  });
  // Whoever writes to a process that has ended learns it by how it ended.
  child.stdin?.on("error", () => undefined);
  const ended = new Promise<GitEnding>((resolve) => {
    const finish = (isWell: boolean): void => {
      running.delete(child);
      resolve({ isWell: isWell && complaint === "", complaint });
    };
    child.on("error", () => {
      finish(false);
    });
    child.on("close", (code) => {
      finish(code === 0);
    });
  });
  return { output: child.stdout, input: child.stdin, ended, kill: () => child.kill("SIGKILL") };
}

/** What git answers, where that is not much; nothing if it fails. */
export async function askGit(call: GitCall, question?: string): Promise<Buffer | undefined> {
  const git = startGit(question === undefined ? call : { ...call, input: "pipe" });
  git.input?.end(question);
  const chunks: Buffer[] = [];
  for await (const chunk of git.output ?? []) chunks.push(chunk as Buffer);
  const { isWell } = await git.ended;
  call.setting.signal?.throwIfAborted();
  return isWell ? Buffer.concat(chunks) : undefined;
}
