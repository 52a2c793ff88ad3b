import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { listStaticImports } from "./eager-files.ts";
import { packageOfSource } from "./inlined-packages.ts";

/** A file of the bundle, and what it is made of. */
export interface MappedFile {
  /** From the bundle's folder, with slashes. */
  readonly name: string;
  readonly bytes: number;
  /** Bytes by the package that they come from; those of this project stand below {@link OWN}. */
  readonly parts: ReadonlyMap<string, number>;
  /** The files that load this one as soon as they are loaded. */
  readonly neededBy: readonly string[];
  /** The files that load this one when it is wanted. */
  readonly wantedBy: readonly string[];
}

export const OWN = "";

/** The bundler writes where a module comes from on a line above it. */
const SOURCE = /^\/\/ (\S+\.\w+)$/gm;
const DYNAMIC_IMPORT = /\bimport\("(\.[^"]+)"\)/g;

/** Every script of a bundle, the entry first. */
export function mapBundle(folder: string): readonly MappedFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => name.replaceAll("\\", "/"))
    // The entry lies above the others, so it comes first.
    .toSorted((one, other) => depthOf(one) - depthOf(other) || (one < other ? -1 : 1));
  const texts = new Map(
    names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const),
  );
  const importersOf = (name: string, listImports: ListImports): readonly string[] =>
    names.filter((other) =>
      listImports(texts.get(other) ?? "").some(
        (specifier) => path.posix.join(path.posix.dirname(other), specifier) === name,
      ),
    );
  return [...texts].map(([name, text]) => ({
    name,
    bytes: Buffer.byteLength(text),
    parts: partsOf(text),
    neededBy: importersOf(name, listStaticImports),
    wantedBy: importersOf(name, listDynamicImports),
  }));
}

type ListImports = (text: string) => readonly string[];

function listDynamicImports(text: string): readonly string[] {
  return [...text.matchAll(DYNAMIC_IMPORT)].map(([, specifier = ""]) => specifier);
}

function depthOf(name: string): number {
  return name.split("/").length;
}

function partsOf(text: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const add = (owner: string, part: string): void => {
    parts.set(owner, (parts.get(owner) ?? 0) + Buffer.byteLength(part));
  };
  const starts = [...text.matchAll(SOURCE)];
  // What stands above the first module joins the files, and is ours.
  add(OWN, text.slice(0, starts[0]?.index));
  for (const [at, { index, 1: source = "" }] of starts.entries()) {
    add(packageOfSource(source) ?? OWN, text.slice(index, starts[at + 1]?.index));
  }
  return parts;
}
