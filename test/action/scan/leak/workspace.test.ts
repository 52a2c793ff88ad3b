import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { exampleKey } from "../../../support/keys.ts";
import { tarOf, zipOf } from "./archives.ts";
import { openCheckout, type Checkout } from "../../../support/checkout.ts";
import { idsOf, placesOf, scan } from "./sandbox.ts";

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;
const MAKE_PIPE = "mkfifo";
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === "win32";

describe("what is looked through", () => {
  function fill(): Checkout {
    const sandbox = openCheckout();
    sandbox.write(".gitignore", "ignored\n*.log\nsecret.env\n");
    sandbox.write("src/tracked.js", LINE);
    sandbox.write("forced.log", LINE);
    sandbox.git("add", "-f", "forced.log");
    sandbox.commit();
    sandbox.write("untracked.txt", LINE);
    sandbox.write("ignored/deep/a.txt", LINE);
    sandbox.write("b.log", LINE);
    sandbox.write("packages/x/dist/bundle.js", LINE);
    sandbox.write("node_modules/p/dist/p.js", LINE);
    sandbox.write("packages/x/secret.env", LINE);
    return sandbox;
  }
  const TRACKED = ["forced.log", "src/tracked.js", "untracked.txt"];
  const NOT_IGNORED = ["forced.log", "node_modules/p/dist/p.js", "packages/x/dist/bundle.js"];

  test.each<[string, Parameters<typeof scan>[2], readonly string[]]>([
    [
      "the workspace without what is ignored",
      {},
      [...NOT_IGNORED, "src/tracked.js", "untracked.txt"],
    ],
    [
      "the workspace with what is ignored",
      { includesIgnored: true },
      [
        ...["b.log", ...NOT_IGNORED, "ignored/deep/a.txt", "packages/x/secret.env"],
        ...["src/tracked.js", "untracked.txt"],
      ],
    ],
    ["build output", { modes: new Set(["build"]) }, ["packages/x/dist/bundle.js"]],
    [
      "a folder that was asked for",
      { modes: new Set(["build"]), paths: ["ignored"] },
      ["ignored/deep/a.txt", "packages/x/dist/bundle.js"],
    ],
    [
      "a file that was asked for",
      { modes: new Set(), paths: ["./packages/x/secret.env"] },
      ["packages/x/secret.env"],
    ],
  ])("%s", async (_, options, files) => {
    using sandbox = fill();
    const { findings } = await scan(sandbox.folder, KEY, options);
    expect(findings.map(({ where }) => where?.file).sort()).toEqual([...files].sort());
  });

  test("everything where there is no git", async () => {
    using sandbox = fill();
    const { findings } = await scan(sandbox.folder, KEY, { ports: { searchPath: "" } });
    expect(findings).toHaveLength(8);
    expect(TRACKED.every((name) => placesOf(findings).includes(`${name}:1`))).toBe(true);
  });

  test("no build output is no success", async () => {
    using sandbox = openCheckout();
    sandbox.write("a.js", "nothing");
    const { findings } = await scan(sandbox.folder, KEY, { modes: new Set(["build"]) });
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
  });

  test.each([
    ["is not there", "gone"],
    ["is not below the workspace", "../other"],
    ["is not below the workspace", "/etc"],
    ["leads through a link", "link/inner"],
  ])("a path that %s is no success", async (problem, wanted) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("real/inner/a", "x");
    symlinkSync("real", path.join(sandbox.folder, "link"));
    const { findings } = await scan(sandbox.folder, KEY, { paths: [wanted] });
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
    expect(findings[0]?.message).toContain(problem);
  });

  test("a path may be written in other letters, where these name the same", async () => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("out/a", LINE);
    // On many systems it is there already.
    const other = path.join(sandbox.folder, "OUT");
    if (!existsSync(other)) symlinkSync("out", other);
    const options = { modes: new Set<never>(), paths: ["OUT"] };
    const { findings } = await scan(sandbox.folder, KEY, options);
    expect(placesOf(findings)).toEqual(["out/a:1"]);
  });

  test("a submodule and a repository inside of it are looked through", async () => {
    using sandbox = openCheckout();
    using other = openCheckout();
    other.write("inner.txt", LINE);
    other.commit();
    sandbox.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", other.folder, "sub");
    sandbox.commit();
    sandbox.write("nested/.git/HEAD", "ref: refs/heads/main\n");
    sandbox.write("nested/file", LINE);
    const { findings } = await scan(sandbox.folder, KEY);
    expect(placesOf(findings)).toEqual(["nested/file:1", "sub/inner.txt:1"]);
  });
});

describe.skipIf(isWindows)("what is no file", () => {
  test("is counted, not opened, and no link leads out of the workspace", async () => {
    using sandbox = openCheckout({}, { git: false });
    using outside = openCheckout({}, { git: false });
    outside.write("secret", LINE);
    sandbox.write("a", "nothing");
    const inside = (name: string): string => path.join(sandbox.folder, name);
    symlinkSync(path.join(outside.folder, "secret"), inside("file-link"));
    symlinkSync(outside.folder, inside("folder-link"));
    symlinkSync(sandbox.folder, inside("loop"));
    execFileSync(MAKE_PIPE, [inside("pipe")]);
    const { findings, seen } = await scan(sandbox.folder, KEY);
    expect(findings).toEqual([]);
    expect(seen).toMatch(
      /^1 file of the workspace \(7 bytes\), in \d+ spellings; 4 files were skipped: 3 links, 1 pipe$/,
    );
  });

  test.skipIf(isRoot)("what may not be read is told, a few by name", async () => {
    using sandbox = openCheckout({}, { git: false });
    for (const name of ["a", "b", "c", "d", "e"]) {
      sandbox.write(name, LINE);
      chmodSync(path.join(sandbox.folder, name), 0);
    }
    const { findings } = await scan(sandbox.folder, KEY);
    expect(findings[0]?.message).toBe(
      "5 files and folders could not be read: `a`, `b`, `c` and 2 more, so it is not known whether the key is written there.",
    );
  });
});

describe.skipIf(isWindows)("hostile names", () => {
  const names: readonly (string | Buffer)[] = [
    "new\nline",
    "::add-mask::x",
    "\n::error::x",
    "-rf",
    "--output=x",
    "a`b<img src=x>|c",
    "\u001b[31mred\u202e",
    // A Mac refuses names that are no text.
    ...(process.platform === "darwin" ? [] : [Buffer.from([0x62, 0xff, 0xfe, 0x61])]),
    `${KEY}.txt`,
  ];
  test.each(names.map((name) => [JSON.stringify(name.toString()).replace(KEY, "KEY"), name]))(
    "%s",
    async (_, name) => {
      using sandbox = openCheckout();
      const folder = Buffer.from(`${sandbox.folder}/`);
      writeFileSync(Buffer.concat([folder, Buffer.from(name)]), LINE);
      sandbox.git("add", "-A");
      const isKey = name.includes(KEY);
      for (const modes of [["workspace"], ["history"]] as const) {
        if (modes[0] === "history") sandbox.commit(`::error::${KEY}\u001b[31m`);
        const { findings } = await scan(sandbox.folder, KEY, { modes: new Set(modes) });
        expect(findings.length).toBeGreaterThan(isKey ? 1 : 0);
        for (const { message, values } of findings) {
          for (const mark of ["\n", "\u001b", "\u202e"]) expect(message).not.toContain(mark);
          expect(values["place"]).not.toMatch(/`.*`.*`/);
        }
        expect(JSON.stringify(findings)).not.toContain(KEY.slice(4, -4));
      }
    },
  );
});

describe("archives", () => {
  const files = [{ name: "a.js", content: Buffer.from(LINE) }];
  const zip = zipOf(files);
  const bomb = (size: number): Buffer => gzipSync(Buffer.alloc(size), { level: 9 });

  function nested(times: number): Buffer {
    let content = zip;
    for (let time = 1; time < times; time++) content = zipOf([{ name: `${time}.zip`, content }]);
    return content;
  }

  test.each<[string, string, Buffer, string]>([
    ["unpacks to too much", "a.gz", bomb(60_000_000), "more than 200 times its size"],
    [
      "has a bomb inside",
      "a.zip",
      zipOf([{ name: "b.gz", content: bomb(60_000_000) }]),
      "200 times",
    ],
    ["nests too deeply", "a.zip", nested(4), "nested too deeply"],
    [
      "has too many entries",
      "a.zip",
      zipOf(
        Array.from({ length: 10_001 }, (__, n) => ({ name: `${n}`, content: Buffer.from("x") })),
      ),
      "more than 10,000 entries",
    ],
    ["is a zip that is cut off", "a.zip", zip.subarray(0, -30), "cut off"],
    ["is a gzip that is cut off", "a.gz", gzipSync(Buffer.from(LINE)).subarray(0, -9), "damaged"],
    ["is a tar that is cut off", "a.tar", tarOf(files).subarray(0, 600), "cut off"],
    ["is encrypted", "a.zip", zipOf(files, { isEncrypted: true }), "encrypted"],
    ["is packed otherwise", "a.zip", zipOf(files, { method: 12 }), "unknown way"],
  ])("one that %s is told", async (_, name, content, problem) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write(name, content);
    const { findings } = await scan(sandbox.folder, exampleKey());
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
    expect(findings[0]?.message).toContain(problem);
    expect(findings[0]?.message).toContain(`\`${name}\``);
  });

  test("three deep is not too deep", async () => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("a.zip", nested(3));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(placesOf(findings)).toEqual(["a.zip!/2.zip!/1.zip!/a.js:1"]);
  });

  test("what was found before one broke off counts", async () => {
    using sandbox = openCheckout({}, { git: false });
    const text = Buffer.concat([Buffer.from(LINE), Buffer.alloc(2_000_000, "abcdefg")]);
    const random = Buffer.from(Array.from({ length: 300_000 }, (__, n) => (n * 7919) % 251));
    const packed = gzipSync(Buffer.concat([text, random]));
    sandbox.write("a.gz", packed.subarray(0, packed.length - 20));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(idsOf(findings)).toEqual(["key-leaked", "leak-scan-incomplete"]);
  });

  test("a long name in a tar is told whole", async () => {
    using sandbox = openCheckout({}, { git: false });
    const name = `${"folder/".repeat(20)}file.js`;
    sandbox.write("a.tgz", gzipSync(tarOf([{ name, content: Buffer.from(LINE) }])));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(placesOf(findings)).toEqual([`a.tgz!/${name}:1`]);
  });
});

describe("very many", () => {
  test("places are told up to fifty, and the rest is counted", async () => {
    using sandbox = openCheckout({}, { git: false });
    for (let index = 0; index < 100; index++) sandbox.write(`${index}.txt`, LINE.repeat(100));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(findings).toHaveLength(50);
    expect(findings.at(-1)?.message).toMatch(
      /It was found 9,950 more times, which is not listed\.$/,
    );
    expect(findings.at(-2)?.message).not.toContain("more times");
  });

  test("a large file is read piece by piece, and its line is right", async () => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("large.txt", "0123456789\n".repeat(600_000) + LINE);
    const { findings } = await scan(sandbox.folder, KEY);
    expect(placesOf(findings)).toEqual(["large.txt:600001"]);
  });

  test("files are told of while it goes on", async () => {
    using sandbox = openCheckout({}, { git: false });
    for (let index = 0; index < 600; index++) sandbox.write(`${index}.txt`, "nothing");
    let time = 0;
    const progress = vi.fn<(line: string) => void>();
    await scan(sandbox.folder, KEY, { ports: { progress, now: () => (time += 200) } });
    expect(progress).toHaveBeenCalled();
    expect(progress.mock.calls[0]?.[0]).toMatch(
      /^Looking for the key: \d+ files \(\d+ bytes\) so far\.$/,
    );
    expect(progress.mock.calls.length).toBeLessThan(time / 4000);
  });

  test("files are looked through by several threads, and each is told once, in order", async () => {
    using sandbox = openCheckout({}, { git: false });
    const names = Array.from({ length: 3000 }, (__, index) => `d${index % 7}/${index}.txt`);
    for (const [index, name] of names.entries()) {
      sandbox.write(name, index % 100 === 3 ? LINE : `${exampleKey()}\n`);
    }
    const expected = names.filter((__, index) => index % 100 === 3).map((name) => `${name}:1`);
    const { findings, seen } = await scan(sandbox.folder, KEY);
    expect(placesOf(findings)).toEqual(expected.toSorted());
    expect(seen).toMatch(/^3,000 files of the workspace \(132 kB\), /);
  });

  test.each([
    ["while large files are read", 20, 8_000_000],
    ["while threads are at work", 4000, 2000],
  ])("a run that is cancelled %s ends at once", async (_, files, size) => {
    using sandbox = openCheckout();
    for (let index = 0; index < files; index++)
      sandbox.write(`d/${index}`, Buffer.alloc(size, "x"));
    const controller = new AbortController();
    let looks = 0;
    const now = (): number => {
      looks += 1;
      // Once there is something to be cancelled. From then on each look finds that it is time to rest.
      if (looks === 60) controller.abort();
      return performance.now() + Math.max(0, looks - 59) * 1000;
    };
    await expect(
      scan(sandbox.folder, KEY, { ports: { signal: controller.signal, now } }),
    ).rejects.toThrow(/abort/i);
    expect(looks).toBeLessThan(65);
  });
});

describe("without a key", () => {
  test("the files that changed since the base are looked through for the shape", async () => {
    using sandbox = openCheckout();
    sandbox.write("old.txt", `${exampleKey()}\n`);
    const base = sandbox.commit();
    sandbox.write("new.txt", `\nx = "${exampleKey()}"\n`);
    sandbox.write("other.txt", "nothing");
    sandbox.commit();
    const { findings, seen } = await scan(sandbox.folder, undefined, { base });
    expect(idsOf(findings)).toEqual(["key-shaped-text"]);
    expect(placesOf(findings)).toEqual(["new.txt:2"]);
    expect(seen).toBe(
      "the 2 changed files, by the shape of a key alone, since this run has no key",
    );
  });

  test.each([
    ["no base", undefined],
    ["a base that is not in the clone", "0123456789".repeat(4)],
    ["a base that is no commit", "--output=/x"],
  ])("%s means all files", async (_, base) => {
    using sandbox = openCheckout();
    sandbox.write("old.txt", `${exampleKey()}\n`);
    sandbox.commit();
    const { findings, seen } = await scan(sandbox.folder, undefined, base ? { base } : {});
    expect(placesOf(findings)).toEqual(["old.txt:1"]);
    expect(seen).toBe("1 file, by the shape of a key alone, since this run has no key");
    expect(JSON.stringify(findings)).not.toMatch(/pl[sp]_[0-9a-f]{8}/);
  });
});
