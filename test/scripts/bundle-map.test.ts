import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { OWN, mapBundle } from "../../scripts/action-bundle/bundle-map.ts";
import { packageOfSource } from "../../scripts/action-bundle/inlined-packages.ts";
import { renderBundleMap } from "../../scripts/docs/render-bundle-map.ts";

const BUNDLE: Readonly<Record<string, string>> = {
  "index.js": [
    'import { b } from "./chunks/together.js";',
    "",
    "// node_modules/zod/v4/core/core.js",
    "const é = 1;",
    "",
    "// action/index.ts",
    'await import("./chunks/late.js");',
    "",
  ].join("\n"),
  "chunks/late.js": [
    'import { a } from "../index.js";',
    "",
    "// node_modules/@actions/core/lib/core.js",
    "a();",
    "// a comment about node_modules/yaml/x.js, and not a source",
    "",
    "// node_modules/zod/index.js",
    "b();",
    "",
  ].join("\n"),
  "chunks/together.js": "// src/errors.ts\nexport const b = 1;\n",
  "licenses.txt": `${"-".repeat(80)}\n@actions/core 3.0.1\n\nMIT\n\n${"-".repeat(80)}\nzod 4.6.7\n\nMIT\n`,
};

const WORDS = { when: "Now.", what: "A test." };
const DESCRIBED = {
  "index.js": WORDS,
  "chunks/late.js": { when: "Late.", what: "Another | test." },
  "chunks/together.js": WORDS,
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "bundle-map-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(path.join(folder, "chunks"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

describe("the map of a bundle", () => {
  const size = (text = ""): number => Buffer.byteLength(text);

  test("knows who loads a file, and what it is made of, to the byte", () => {
    const lines = (name: string, from: number, to?: number): number =>
      size(BUNDLE[name]?.split("\n").slice(from, to).join("\n")) + (to === undefined ? 0 : 1);
    expect(mapBundle(folderWith(BUNDLE))).toEqual([
      {
        name: "index.js",
        bytes: size(BUNDLE["index.js"]),
        parts: new Map([
          [OWN, lines("index.js", 0, 2) + lines("index.js", 5)],
          ["zod", lines("index.js", 2, 5)],
        ]),
        neededBy: ["chunks/late.js"],
        wantedBy: [],
      },
      {
        name: "chunks/late.js",
        bytes: size(BUNDLE["chunks/late.js"]),
        parts: new Map([
          [OWN, lines("chunks/late.js", 0, 2)],
          ["@actions/core", lines("chunks/late.js", 2, 6)],
          ["zod", lines("chunks/late.js", 6)],
        ]),
        neededBy: [],
        wantedBy: ["index.js"],
      },
      {
        name: "chunks/together.js",
        bytes: size(BUNDLE["chunks/together.js"]),
        parts: new Map([[OWN, size(BUNDLE["chunks/together.js"])]]),
        neededBy: ["index.js"],
        wantedBy: [],
      },
    ]);
  });

  test("leaves out no byte of the bundle that is committed", () => {
    for (const { name, bytes, parts } of mapBundle("action/dist")) {
      expect(bytes).toBe(statSync(path.join("action/dist", name)).size);
      expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(bytes);
    }
  });

  test.each([
    ["node_modules/zod/v4/core.js", "zod"],
    ["node_modules/@actions/core/lib/core.js", "@actions/core"],
    ["node_modules/a/node_modules/b/index.js", "b"],
    ["\\0rolldown/runtime.js", "rolldown"],
    ["src/errors.ts", undefined],
    ["action/node_modules.ts", undefined],
    ["scripts/action-bundle/stand-ins/late-fs.ts", undefined],
  ])("takes %s for a source of %s", (source, owner) => {
    expect(packageOfSource(source)).toBe(owner);
  });
});

describe("the page", () => {
  const render = (change: Readonly<Record<string, string>> = {}, described = DESCRIBED): string =>
    renderBundleMap(folderWith({ ...BUNDLE, ...change }), described);

  test("says of each file when it is loaded, by whom and what for", () => {
    const page = render();
    expect(page).toContain(
      `| \`chunks/late.js\` | ${size("chunks/late.js")} | Late. | \`index.js\``,
    );
    expect(page).toContain("| Another \\| test. |");
    expect(page).toMatch(/\| `chunks\/together\.js` \| \d+ \| Now\. \| `index\.js` \|/);
    const eager = size("index.js") + size("chunks/together.js");
    expect(page).toContain(
      `${eager + size("chunks/late.js")} bytes in 3 files, of which every start loads ${eager};`,
    );
  });

  function size(name: string): number {
    return Buffer.byteLength(BUNDLE[name] ?? "");
  }

  test("names every package with its version", () => {
    const page = render();
    expect(page).toMatch(/^\| @actions\/core \| 3\.0\.1 \| \d+ \| \S/m);
    expect(page).toMatch(/^\| zod \| 4\.6\.7 \| \d+ \| \S/m);
    expect(page).not.toMatch(/^\| yaml \|/m);
  });

  test("is not written while a file has no words", () => {
    expect(() => render({ "chunks/new.js": "" })).toThrow("what chunks/new.js is for");
  });

  test("is not written while there are words for a file that is gone", () => {
    const described = { ...DESCRIBED, "chunks/gone.js": WORDS };
    expect(() => render({}, described)).toThrow("describes chunks/gone.js, which is not there");
  });

  test.each([
    ["without a licence", "yaml", ""],
    ["without a reason", "left-pad", `${"-".repeat(80)}\nleft-pad 1.0.0\n\nMIT\n`],
  ])("is not written while a package is there %s", (_why, name, licence) => {
    const files = {
      "chunks/together.js": `// node_modules/${name}/index.js\n`,
      "licenses.txt": `${BUNDLE["licenses.txt"] ?? ""}${licence}`,
    };
    expect(() => render(files)).toThrow(`${name} is in the bundle without`);
  });
});
