/**
 * Stands in for `fs` in the bundle. To import Node's own makes Node load every part of it at once, streams and
 * promises too, which costs a start a third of what a bare one costs. Taken this way, what nobody uses is not loaded;
 * and where promises are wanted, for one small file at the end, they are made of calls that are there already.
 */
const fs = process.getBuiltinModule("node:fs");

export const { constants, existsSync, appendFileSync, readFileSync, writeSync } = fs;

export const promises = {
  access: promised(fs.accessSync),
  appendFile: promised(fs.appendFileSync),
  writeFile: promised(fs.writeFileSync),
};

function promised<Given extends readonly unknown[]>(
  call: (...given: Given) => void,
): (...given: Given) => Promise<void> {
  return (...given) =>
    new Promise((resolve) => {
      call(...given);
      resolve();
    });
}
