import type { Command } from "../script/words.ts";
import { programOf } from "../script/programs.ts";

/** Commands that no key is needed for. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    "echo printf cd mkdir rm cp mv ls cat touch chmod pwd true false set exit test [ [[ export date sleep uname which " +
    "git apt-get apt brew pip pip3 pipx corepack tar unzip gzip zip jq grep sed awk find sort head tail wc tee " +
    "write-host write-output"
  ).split(" "),
);

const INSTALLING =
  /^(?:npm|pnpm|yarn|bun|composer|bundle|poetry|uv|cargo|go|dotnet|mvn|gradle|deno)(?: --?\S+)* (?:ci|i|install|add|sync|restore|mod|fetch|config|cache|audit|version)\b/;
const CHECKING =
  /^(?:npm|pnpm|yarn|bun)(?: run)? (?:lint|format|typecheck|type-check|tsc|prettier|eslint)\b|^(?:npx )?(?:eslint|prettier|tsc)\b/;

/** Does a script only prepare or check, so that it can do without the key? */
export function isPreparation(commands: readonly Command[]): boolean {
  return commands.every((command) => {
    const { name, args } = programOf(command);
    if (name === "" || HARMLESS.has(name.toLowerCase())) return true;
    const line = [name, ...args.map(({ text }) => text)].join(" ").slice(0, 200);
    return line === "yarn" || INSTALLING.test(line) || CHECKING.test(line);
  });
}
