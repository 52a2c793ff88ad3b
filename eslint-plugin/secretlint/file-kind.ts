/** How a file's text has to be read, by its name. */
export type FileKind =
  /** A program: what is not between quotes is an expression. */
  | "source"
  /** Commands for a shell, alone or in a recipe. */
  | "shell"
  /** Configuration, or whatever it is. */
  | "settings"
  /** Rows of fields. */
  | "table"
  /** Speaks of programs. */
  | "document";

const KINDS: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:md|mdx|markdown|rst|adoc|txt|org|tex)$/i, "document"],
  [/\.(?:csv|tsv)$/i, "table"],
  [
    /\.(?:[cm]?[jt]sx?|vue|svelte|astro|java|kts?|scala|groovy|gradle|go|php|phtml|py|pyi|ipynb|cs|vb|fs|razor|cshtml|rb|erb|rake|swift|m|mm|rs|c|cc|cpp|h|hpp|dart|exs?|erl|lua|p[lm]|r|jl|clj|hs|sol|sql|map)$/i,
    "source",
  ],
  [
    /\.(?:sh|bash|zsh|fish|ksh|csh|ps1|psm1|bat|cmd|mk|dockerfile)$|(?:^|[/\\])(?:Dockerfile|Containerfile|Makefile|GNUmakefile|Justfile|Procfile|\.envrc|\.bash\w*|\.zsh\w*|\.profile)(?:\.[\w-]+)?$/i,
    "shell",
  ],
];

export function fileKindOf(path: string): FileKind {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "settings";
}

const SHEBANG = /^#!.*\b(?:ba|z|k|da|fi)?sh\b/;

/** May there be commands for a shell? Workflows and manifests hold some. */
export function mayHoldCommands(path: string, text: string): boolean {
  return (
    fileKindOf(path) === "shell" ||
    /\.(?:ya?ml|groovy)$|(?:^|[/\\])(?:package\.json|Jenkinsfile)$/i.test(path) ||
    SHEBANG.test(text)
  );
}
