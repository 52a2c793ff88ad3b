import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;
const RULE = "-".repeat(80);

/** The licences of the packages, by name and folder: whoever passes their code on has to pass these on too. */
export function gatherLicences(packages: ReadonlyMap<string, string>): string {
  const sections = [...packages].map(
    ([name, folder]) => `${RULE}\n${name} ${readVersion(folder)}\n\n${readLicence(name, folder)}\n`,
  );
  return `The bundle beside this file contains code of these packages.\n\n${sections.join("\n")}`;
}

function readVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return (manifest as { readonly version: string }).version;
}

function readLicence(name: string, folder: string): string {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0) throw new Error(`${name} has no licence file, so it cannot be bundled.`);
  return files
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}
