import { minifySync } from "rolldown/utils";
import { packageOfSource } from "./inlined-packages.ts";

/** The bundler writes where a module comes from on a line above it. */
const SOURCE = /^\/\/ (\S+\.\w+)$/gm;
/** Behind the last module stands what the file gives to others. */
const EXPORTS = /^export \{/m;

/**
 * Takes blanks and long local names out of what packages have brought in; who wants to read that has the package. Our own
 * code, the lines that say where a module comes from, and the names that modules share stay as they are.
 */
export function compactPackages(code: string, fileName: string): string {
  const starts = [...code.matchAll(SOURCE)];
  const end = EXPORTS.exec(code)?.index ?? code.length;
  const parts = starts.map(({ index, 0: comment, 1: source = "" }, at) => {
    const next = starts[at + 1]?.index ?? end;
    const module = code.slice(index, next);
    if (packageOfSource(source) === undefined) return module;
    return `${comment}\n${compact(module.slice(comment.length), fileName)}\n`;
  });
  return code.slice(0, starts[0]?.index ?? end) + parts.join("") + code.slice(end);
}

function compact(module: string, fileName: string): string {
  const { code, errors } = minifySync(fileName, module, {
    module: true,
    // Other modules use what this one seems to make for nobody.
    compress: { target: "esnext", unused: false },
    // Other modules use the names at the top.
    mangle: { toplevel: false },
    codegen: { removeWhitespace: true },
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${fileName} cannot be made smaller: ${error.message}`);
  return code.trim();
}
