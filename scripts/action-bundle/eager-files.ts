import { readFileSync } from "node:fs";
import path from "node:path";

/** The bundler writes every import of another file on a line of its own. */
const STATIC_IMPORT = /^(?:import|export) (?:[^"]* from )?"(\.[^"]+)";$/gm;

/** The file, and every file that Node loads with it before its first line runs. */
export function listEagerFiles(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const specifier of listStaticImports(readFileSync(file, "utf8"))) {
    listEagerFiles(path.join(path.dirname(file), specifier), seen);
  }
  return seen;
}

/** What a file of the bundle imports as soon as it is loaded. */
export function listStaticImports(text: string): readonly string[] {
  return [...text.matchAll(STATIC_IMPORT)].map(([, specifier = ""]) => specifier);
}
