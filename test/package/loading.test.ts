import { beforeAll, describe, expect, test, vi } from "vitest";
import { NODES, PATIENCE, createConsumer } from "./consumer.ts";
import type { Consumer } from "./consumer.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

const RUNS = 9;
/** Three times what it takes on a machine of its own, because this one is busy. */
const MILLISECONDS_AT_MOST = 60;

interface Loaded {
  readonly milliseconds: number;
  readonly files: readonly string[];
}

/** Loads a package in a process of its own; tells how long that took, and what came with it. */
function load(consumer: Consumer, node: string): Loaded {
  const { stdout, stderr } = consumer.run("load.mjs", [], node);
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as Loaded;
}

// Node lists what is loaded by `require` only; another test holds that the plugin's own modules are its bundle alone.
const LOAD = `
import { createRequire } from "node:module";
const start = performance.now();
const { default: plugin } = await import("eslint-plugin-pleo");
const milliseconds = performance.now() - start;
if (plugin.meta.name !== "eslint-plugin-pleo") throw new Error("not the plugin");
const files = Object.keys(createRequire(import.meta.url).cache);
process.stdout.write(JSON.stringify({ milliseconds, files }));
`;

describe.each(NODES)("on Node %s", (_version, node) => {
  test("the plugin loads in no time worth a word", async ({ annotate }) => {
    const consumer = createConsumer({ files: { "load.mjs": LOAD } });
    const times = Array.from({ length: RUNS }, () => load(consumer, node).milliseconds);
    const [fastest = Infinity] = times.toSorted((one, other) => one - other);
    await annotate(`loads in ${fastest.toFixed(1)} ms, the fastest of ${RUNS}`);
    expect(fastest).toBeLessThan(MILLISECONDS_AT_MOST);
  });

  test("it loads nothing but itself, though ESLint and TypeScript are there", () => {
    const consumer = createConsumer({
      installed: { eslint: "eslint", typescript: "typescript" },
      files: { "load.mjs": LOAD },
    });
    const { files } = load(consumer, node);
    expect(files).toEqual([]);
  });
});

test("`require` gives the plugin itself", () => {
  const consumer = createConsumer({
    files: {
      "require.cjs": `
        const plugin = require("eslint-plugin-pleo");
        import("eslint-plugin-pleo").then((module) => {
          process.stdout.write(JSON.stringify([
            plugin === module.default,
            Object.keys(plugin),
            plugin.meta.version === require("eslint-plugin-pleo/package.json").version,
          ]));
        });`,
    },
  });
  for (const [, node] of NODES) {
    const { stdout } = consumer.run("require.cjs", [], node);
    expect(JSON.parse(stdout)).toEqual([true, ["meta", "rules", "languages", "configs"], true]);
  }
});
