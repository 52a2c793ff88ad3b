import { beforeAll, describe, expect, test, vi } from "vitest";
import { PATIENCE, createConsumer } from "./consumer.ts";
import type { Consumer } from "./consumer.ts";
import { NODES, insistOn } from "./nodes.ts";
import type { NodeBinary } from "./nodes.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

const RUNS = 9;
/** Several times what it takes. Counted by the process itself, because the machine may be busy with other things. */
const MILLISECONDS_AT_MOST = 60;

interface Loaded {
  readonly milliseconds: number;
  readonly files: readonly string[];
}

// Node lists what is loaded by `require` only; another test holds that the plugin's own modules are its bundle alone.
function loadingCode(node: NodeBinary): string {
  return `
import { createRequire } from "node:module";
${insistOn(node)}
const start = process.cpuUsage();
const { default: plugin } = await import("eslint-plugin-pleo");
const { user, system } = process.cpuUsage(start);
if (plugin.meta.name !== "eslint-plugin-pleo") throw new Error("not the plugin");
const files = Object.keys(createRequire(import.meta.url).cache);
process.stdout.write(JSON.stringify({ milliseconds: (user + system) / 1000, files }));
`;
}

const REQUIRING_CODE = `
const plugin = require("eslint-plugin-pleo");
import("eslint-plugin-pleo").then((module) => {
  process.stdout.write(JSON.stringify([
    plugin === module.default,
    Object.keys(plugin),
    plugin.meta.version === require("eslint-plugin-pleo/package.json").version,
    require("eslint-plugin-pleo/secretlint").creator.meta.id,
  ]));
});`;

/** Loads a package in a process of its own; tells how long that took, and what came with it. */
function load(consumer: Consumer, node: NodeBinary): Loaded {
  const { stdout, stderr } = consumer.run("load.mjs", [], node.file);
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as Loaded;
}

describe.each(NODES)("on Node $version", (node) => {
  test("the plugin loads in no time worth a word", async ({ annotate }) => {
    const consumer = createConsumer({ files: { "load.mjs": loadingCode(node) } });
    const times = Array.from({ length: RUNS }, () => load(consumer, node).milliseconds);
    const [fastest = Infinity] = times.toSorted((one, other) => one - other);
    await annotate(`loads in ${fastest.toFixed(1)} ms, the fastest of ${RUNS}`);
    expect(fastest).toBeLessThan(MILLISECONDS_AT_MOST);
  });

  test("it loads nothing but itself, though ESLint and TypeScript are there", () => {
    const consumer = createConsumer({
      installed: { eslint: "eslint", typescript: "typescript" },
      files: { "load.mjs": loadingCode(node) },
    });
    expect(load(consumer, node).files).toEqual([]);
  });

  test("`require` gives the plugin itself, and the rule for secretlint", () => {
    const consumer = createConsumer({
      files: { "require.cjs": `${insistOn(node)} ${REQUIRING_CODE}` },
    });
    const { stdout } = consumer.run("require.cjs", [], node.file);
    expect(JSON.parse(stdout)).toEqual([
      true,
      ["meta", "rules", "languages", "configs"],
      true,
      "eslint-plugin-pleo/secretlint",
    ]);
  });
});
