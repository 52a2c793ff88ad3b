import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createPrograms } from "./programs.ts";
import { pick, seededRandom, type Random } from "./seeded-random.ts";
import { createTexts } from "./texts.ts";

/** How many lines a file has: most are short, a few are long. */
const LENGTHS = [20, 40, 60, 80, 120, 200, 400, 1000];
/** Files of one folder. */
const FOLDER_SIZE = 100;

/** Writes so many files of a project that has nothing to do with Pleo, the same in every run; returns their bytes. */
export function createTree(folder: string, files: number): number {
  const random = seededRandom(5);
  const modules = createPrograms({ lines: 40_000, isPleo: false }).map(({ code }) => code);
  const programs = modules.map((code, index) => code + (modules[index + 1] ?? ""));
  const texts = new Map(createTexts(400_000).map(({ name, text }) => [name, text]));
  const kinds: readonly Kind[] = [
    ...Array.from({ length: 6 }, (): Kind => ["ts", programs]),
    ["js", [texts.get("source") ?? ""]],
    ["md", [texts.get("source") ?? ""]],
    ["json", programs.map((code) => JSON.stringify(code.split("\n"), undefined, 2))],
    ["min.js", [texts.get("source and base64") ?? ""]],
  ];
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    const [extension, sources] = kinds[index % kinds.length] ?? ["ts", programs];
    const text = cut(pick(random, sources), random);
    const parent = path.join(folder, `module-${Math.floor(index / FOLDER_SIZE)}`);
    if (index % FOLDER_SIZE === 0) mkdirSync(parent, { recursive: true });
    writeFileSync(path.join(parent, `file-${index}.${extension}`), text);
    bytes += text.length;
  }
  return bytes;
}

type Kind = readonly [extension: string, sources: readonly string[]];

/** So many lines from anywhere in a text. */
function cut(text: string, random: Random): string {
  const lines = text.split("\n");
  const length = pick(random, LENGTHS);
  const start = Math.floor(random() * Math.max(1, lines.length - length));
  return `${lines.slice(start, start + length).join("\n")}\n`;
}
