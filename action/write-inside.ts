import { lstatSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file below a folder, through no link that whoever filled the folder has put in the way.
 * @returns Why it could not be written, a sentence.
 */
export function writeInside(folder: string, file: string, text: string): string | undefined {
  if (!path.isAbsolute(folder)) return "There is no checkout to write it into.";
  try {
    const names = file.split(/[/\\]/).filter((name) => name !== "" && name !== ".");
    const steps = names.map((_name, index) => path.join(folder, ...names.slice(0, index + 1)));
    if (steps.some(isLink)) return "A link stands in its way, and might lead out of the checkout.";
    const target = path.join(folder, ...names);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return undefined;
  } catch {
    // What the system says names folders of the machine.
    return "The file could not be written.";
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
