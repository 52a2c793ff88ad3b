import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { PATIENCE } from "./consumer.ts";
import { packedTarball } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedTarball();
});

function bytesOfTarball(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(packedTarball()));
}

test("publint has nothing to say, not even in passing", async () => {
  const { messages, pkg } = await publint({
    pack: { tarball: bytesOfTarball().buffer },
    strict: true,
    level: "suggestion",
  });
  expect(pkg["name"]).toBe("eslint-plugin-pleo");
  expect(messages).toEqual([]);
});

/** What are-the-types-wrong finds, and why it is meant to be so. */
const MEANT = [
  // The resolution of Node 10 knows no `exports`, and nothing that the package runs on is that old.
  "NoResolution . node10",
  "NoResolution ./secretlint node10",
  // Every Node that the package runs on gives modules to `require`.
  "CJSResolvesToESM . node16-cjs",
  "CJSResolvesToESM ./secretlint node16-cjs",
  // `require` gives the plugin itself, by the name "module.exports", which only declarations in CommonJS can say.
  "FalseCJS ./dist/types/eslint-plugin/index.d.cts",
];

describe("are-the-types-wrong", () => {
  test("finds what is meant to be so, and nothing else", async () => {
    const result = await checkPackage(createPackageFromTarballData(bytesOfTarball()));
    if (result.types === false) throw new Error("the package has no types");
    expect(Object.keys(result.entrypoints)).toEqual([".", "./secretlint", "./package.json"]);
    const problems = result.problems.map((problem) => {
      const where =
        "entrypoint" in problem
          ? `${problem.entrypoint} ${problem.resolutionKind}`
          : "typesFileName" in problem
            ? problem.typesFileName.replace(/^\/node_modules\/[^/]+/, ".")
            : problem.fileName;
      return `${problem.kind} ${where}`;
    });
    expect(problems.toSorted()).toEqual(MEANT.toSorted());
  });
});
