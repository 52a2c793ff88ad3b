import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { writeFiles } from "../support/write-files.ts";
import { MISSING_MAJORS, NODES, findNodes, insistOn } from "./nodes.ts";
import type { NodeBinary } from "./nodes.ts";

function run({ file }: NodeBinary, code: string): { readonly stdout: string; stderr: string } {
  return spawnSync(file, ["--eval", code], { encoding: "utf8", env: inheritedEnvironment() });
}

test("every major version that the package promises is there", ({ skip }) => {
  skip(process.platform === "darwin" && MISSING_MAJORS.length > 0, `no ${MISSING_MAJORS.join()}`);
  expect(MISSING_MAJORS).toEqual([]);
  expect(NODES.map(({ version }) => Number(/^v(\d+)\./.exec(version)?.[1]))).toEqual([
    20, 22, 24, 26,
  ]);
});

test("where no install script was run, there is the one that runs this", () => {
  const modules = mkdtempSync(path.join(tmpdir(), "nodes-"));
  onTestFinished(() => {
    rmSync(modules, { recursive: true });
  });
  const manifest = JSON.stringify({ version: "0.0.1" });
  const folders = ["node", ...[20, 22, 26].map((major) => `node-${major}/node_modules/node`)];
  writeFiles(
    modules,
    Object.fromEntries(folders.map((folder) => [`${folder}/package.json`, manifest])),
  );
  expect(findNodes(modules)).toEqual([{ version: process.version, file: process.execPath }]);
});

describe.each(NODES)("Node $version", (node) => {
  test("is that version, and no other that stands in for it", () => {
    const { stdout } = run(
      node,
      "console.log(JSON.stringify([process.version, process.execPath]))",
    );
    const [version, file] = JSON.parse(stdout) as readonly [string, string];
    expect(version).toBe(node.version);
    expect(realpathSync(file)).toBe(realpathSync(node.file));
  });

  test("is told from the others by what insists on it", () => {
    for (const other of NODES) {
      const { stdout, stderr } = run(other, `${insistOn(node)} console.log("the same")`);
      if (other === node) expect(stdout).toBe("the same\n");
      else expect(stderr).toContain(`This is not Node ${node.version}, but ${other.version}`);
    }
  });
});
