import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./packed.ts";

/** A Node that the package promises to run on. */
export interface NodeBinary {
  /** As `process.version` has it. */
  readonly version: string;
  readonly file: string;
}

const MODULES = path.join(ROOT, "node_modules");

/** One of each major version that the package promises. Those beside the project's own lie in packages of their own. */
const FOLDERS: Readonly<Record<number, string>> = {
  20: "node-20/node_modules/node",
  22: "node-22/node_modules/node",
  24: "node",
  26: "node-26/node_modules/node",
};

/**
 * Those of them that lie in a folder of modules. Where no install script was run, none does; then there is the one that
 * runs this.
 */
export function findNodes(modules: string): readonly NodeBinary[] {
  return Object.entries(FOLDERS).flatMap(([major, folder]) => {
    const found = binaryIn(path.join(modules, folder));
    if (existsSync(found.file)) return [found];
    const isThis = process.version.startsWith(`v${major}.`);
    return isThis ? [{ version: process.version, file: process.execPath }] : [];
  });
}

/** Called by their own paths: which of them the name `node` leads to depends on who asks. */
export const NODES: readonly NodeBinary[] = findNodes(MODULES);

/** The major versions that `npm ci` could not install; not every version is packed for every machine. */
export const MISSING_MAJORS: readonly number[] = Object.keys(FOLDERS)
  .map(Number)
  .filter((major) => !NODES.some(({ version }) => version.startsWith(`v${major}.`)));

function binaryIn(folder: string): NodeBinary {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const name = process.platform === "win32" ? "node.exe" : "node";
  return { version: `v${version}`, file: path.join(folder, "bin", name) };
}

/** Ends the process that it is part of, if that is run by another Node. Fit for a module and for CommonJS. */
export function insistOn({ version }: NodeBinary): string {
  const message = `This is not Node ${version}, but `;
  return `if (process.version !== ${JSON.stringify(version)}) throw new Error(${JSON.stringify(message)} + process.version);`;
}
