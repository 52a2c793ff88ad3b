import type { TSESLint } from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Something of a file that all rules share. In a `WeakMap` and nowhere else: oxlint has one object for all files, and makes
 * every `WeakMap` forget it between two of them.
 */
export function oncePerFile<Given extends readonly unknown[], Made>(
  make: (sourceCode: SourceCode, ...given: Given) => Made,
): (sourceCode: SourceCode, ...given: Given) => Made {
  const known = new WeakMap<SourceCode, { readonly made: Made }>();
  return (sourceCode, ...given) => {
    let own = known.get(sourceCode);
    if (own === undefined) {
      own = { made: make(sourceCode, ...given) };
      known.set(sourceCode, own);
    }
    return own.made;
  };
}
