import { readFileSync } from "node:fs";
import { PROGRAM_PEERS, TEXT_PEERS, type Judged } from "./page.ts";
import { judgePrograms } from "./programs.ts";
import { judgeTexts } from "./texts.ts";

export async function measure(): Promise<Judged> {
  return {
    programs: judgePrograms(),
    texts: await judgeTexts(),
    versions: versionsOfPeers(),
  };
}

/** As package.json pins them. */
export function versionsOfPeers(): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return Object.fromEntries(
    [...PROGRAM_PEERS, ...TEXT_PEERS].map((name) => [name, manifest.devDependencies[name] ?? ""]),
  );
}
