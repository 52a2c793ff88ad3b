/**
 * Patterns for names of files, as ESLint's `files` has them: `*` and `?` stay within a folder, `**` does not, and
 * `{a,b}` is a choice. Brackets and parentheses are ordinary characters here, because routers name folders with them.
 */
export type FileGlob = (path: string) => boolean;

/** Where in a pattern one can be after reading a part of a path. */
interface Step {
  /** What has to come next; `undefined` where nothing has to. */
  readonly reads: string | typeof ANY_BUT_SLASH | typeof ANYTHING | undefined;
  /** Where one can go on after reading it, or at once where nothing is read. */
  next: number[];
}

const ANY_BUT_SLASH = Symbol("any character but a slash");
const ANYTHING = Symbol("any character");

/** Follows all ways through the pattern at once, so that no pattern takes more than its length per character. */
export function createFileGlob(pattern: string): FileGlob {
  const { steps, end } = compile(pattern);
  return (path) => {
    let reached = reach(steps, [0]);
    for (const character of path) {
      const moved: number[] = [];
      for (const at of reached) {
        const step = steps[at];
        if (step !== undefined && doesRead(step, character)) moved.push(...step.next);
      }
      if (moved.length === 0) return false;
      reached = reach(steps, moved);
    }
    return reached.has(end);
  };
}

function doesRead({ reads }: Step, character: string): boolean {
  if (reads === ANYTHING) return true;
  return reads === ANY_BUT_SLASH ? character !== "/" : reads === character;
}

/** Everywhere that one can get to without reading anything. */
function reach(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  for (const at of reached) {
    const step = steps[at];
    if (step?.reads !== undefined) continue;
    for (const next of step?.next ?? []) reached.add(next);
  }
  return reached;
}

interface Choice {
  readonly start: number;
  /** The last steps of the alternatives that are complete. */
  readonly ends: number[];
}

function compile(pattern: string): { readonly steps: readonly Step[]; readonly end: number } {
  const steps: Step[] = [];
  const open: Choice[] = [];
  const isClosed = closedBraces(pattern);

  function add(reads: Step["reads"]): number {
    return steps.push({ reads, next: [steps.length + 1] }) - 1;
  }
  function addLoop(reads: Step["reads"]): void {
    const entry = add(undefined);
    add(reads);
    // Past the loop, or once more around it.
    const back = add(undefined);
    steps[entry]?.next.push(back + 1);
    steps[back]?.next.push(entry);
  }

  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    const choice = open.at(-1);
    if (character === "\\" && at + 1 < characters.length) add(characters[++at]);
    else if (character === "?") add(ANY_BUT_SLASH);
    else if (character === "*") {
      const isDeep = characters[at + 1] === "*";
      while (characters[at + 1] === "*") at++;
      const isFolder = isDeep && characters[at + 1] === "/" && isFolderStart(characters, at);
      if (isFolder) at++;
      if (isFolder) addFolders(add, steps);
      else addLoop(isDeep ? ANYTHING : ANY_BUT_SLASH);
    } else if (character === "{" && isClosed.has(at)) {
      open.push({ start: add(undefined), ends: [] });
    } else if (character === "," && choice !== undefined) {
      choice.ends.push(add(undefined));
      steps[choice.start]?.next.push(steps.length);
    } else if (character === "}" && choice !== undefined) {
      open.pop();
      const close = add(undefined);
      for (const end of choice.ends) steps[end]?.next.splice(0, 1, close);
    } else add(character);
  }
  const end = add(undefined);
  if (steps[end] !== undefined) steps[end].next = [];
  return { steps, end };
}

/** `**` and the slash after it: no folder at all, or any number of them, each with its slash. */
function addFolders(add: (reads: Step["reads"]) => number, steps: readonly Step[]): void {
  const entry = add(undefined);
  const any = add(ANYTHING);
  steps[any]?.next.push(any);
  add("/");
  steps[entry]?.next.push(steps.length);
}

function isFolderStart(characters: readonly string[], lastStar: number): boolean {
  let first = lastStar;
  while (characters[first - 1] === "*") first--;
  return first === 0 || "/{,".includes(characters[first - 1] ?? "");
}

/** The braces that are opened and closed again; another one is an ordinary character. */
function closedBraces(pattern: string): ReadonlySet<number> {
  const closed = new Set<number>();
  const open: number[] = [];
  Array.from(pattern).forEach((character, at, all) => {
    if (all[at - 1] === "\\") return;
    if (character === "{") open.push(at);
    const start = character === "}" ? open.pop() : undefined;
    if (start !== undefined) closed.add(start);
  });
  return closed;
}

/** A file's name as patterns mean it: from the folder that ESLint runs in, with `/` on every system. */
export function pathFrom(folder: string, filename: string): string {
  const path = filename.replaceAll("\\", "/");
  const base = folder.replaceAll("\\", "/").replace(/\/?$/, "/");
  const isBelow = withSmallDrive(path).startsWith(withSmallDrive(base));
  return isBelow ? path.slice(base.length) : path.replace(/^\.\//, "");
}

/** Editors write the letter of a drive in another case than Node does. */
function withSmallDrive(path: string): string {
  return path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}
