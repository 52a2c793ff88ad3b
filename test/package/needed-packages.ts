import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folders of packages that are installed here, and of all that they depend on. */
export function withDependencies(folders: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const folder of folders) collect(folder, seen);
  return [...seen];
}

function collect(folder: string, seen: Set<string>): void {
  if (seen.has(folder)) return;
  seen.add(folder);
  const { dependencies = {} } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  ) as { readonly dependencies?: object };
  for (const name of Object.keys(dependencies)) collect(findPackage(name, folder), seen);
}

/** As Node looks for it: beside, and then further and further out. */
function findPackage(name: string, from: string): string {
  const candidate = path.join(from, "node_modules", name);
  if (existsSync(candidate)) return candidate;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`${name} is not installed`);
  return findPackage(name, parent);
}
