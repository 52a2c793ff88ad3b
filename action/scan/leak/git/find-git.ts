import { accessSync, constants, realpathSync, statSync } from "node:fs";
import path from "node:path";

const NAME = process.platform === "win32" ? "git.exe" : "git";

/** The first git of the search path that is no part of the workspace, where anybody could have put one. */
export function findGit(searchPath: string, workspace: string): string | undefined {
  const root = realOf(workspace);
  return searchPath
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => realOf(path.join(folder, NAME)))
    .find(
      (file): file is string =>
        file !== undefined && isProgram(file) && (root === undefined || !isWithin(file, root)),
    );
}

/** Where a path really leads, in the letters that it has there; nothing where it leads nowhere. */
export function realOf(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
