import path from "node:path";
import { runSecretLint } from "secretlint";
import { creator } from "../../eslint-plugin/secretlint/index.ts";
import { readApp, type ExampleFile, type Place } from "./example-app.ts";
import { without } from "./without.ts";
import type { Telling } from "./tell-stories.ts";

const RULE = path.join(import.meta.dirname, "../../eslint-plugin/secretlint/index.ts");

/** Reads the app in a folder with secretlint, prints what it prints, and says how much of it nobody expected. */
export async function tellSecrets({ folder, print }: Telling): Promise<number> {
  print("\nSecretlint reads the same app, and prints no secret.\n");
  const shownFolder = path.relative(process.cwd(), folder).replaceAll("\\", "/");
  let findings = 0;
  let filesWithFindings = 0;
  let surprises = 0;
  for (const file of readApp(folder)) {
    const shownPath = path.posix.join(shownFolder, file.path);
    const found = placesIn(await lint(file, { shownPath, formatter: "json" }));
    if (found.length > 0)
      print((await lint(file, { shownPath, formatter: "stylish" })).trimStart());
    const surprising = surprisesIn(file, found);
    for (const surprise of surprising) print(`  !! ${shownPath}:${surprise}\n`);
    findings += found.length;
    filesWithFindings += found.length > 0 ? 1 : 0;
    surprises += surprising.length;
  }
  print(
    `${findings} findings in ${filesWithFindings} files by secretlint; ${surprises} surprises.`,
  );
  return surprises;
}

interface Printing {
  readonly shownPath: string;
  readonly formatter: "json" | "stylish";
}

/** What secretlint's own command prints of a file. The text never reaches the disk. */
async function lint({ text }: ExampleFile, { shownPath, formatter }: Printing): Promise<string> {
  const { stdout } = await runSecretLint({
    cliOptions: { cwd: process.cwd(), stdinContent: text, stdinFileName: shownPath },
    engineOptions: {
      configFileJSON: { rules: [{ id: RULE }] },
      formatter,
      color: false,
      terminalLink: false,
      maskSecrets: true,
    },
  });
  // Where the package is installed, the rule goes by its name.
  return (stdout ?? "").replaceAll(RULE, creator.meta.id);
}

function placesIn(json: string): readonly Place[] {
  const results = JSON.parse(json) as readonly {
    readonly messages: readonly {
      readonly messageId: string;
      readonly loc: { readonly start: { readonly line: number } };
    }[];
  }[];
  return results.flatMap(({ messages }) =>
    messages.map(({ messageId, loc }) => ({ rule: messageId, line: loc.start.line })),
  );
}

/** Where secretlint and the comments in the file disagree. */
function surprisesIn({ secrets }: ExampleFile, found: readonly Place[]): readonly string[] {
  const [wanted, said] = [secrets, found].map((places) =>
    places.map(({ rule, line }) => `${line} ${rule}`),
  );
  return [
    ...without(wanted ?? [], said ?? []).map((place) => `${place} was expected to be found`),
    ...without(said ?? [], wanted ?? []).map((place) => `${place} was not expected`),
  ];
}
