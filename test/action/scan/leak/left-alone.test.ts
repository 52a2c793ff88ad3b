import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openCheckout } from "../../../support/checkout.ts";
import { exampleKey } from "../../../support/keys.ts";
import { tarOf, zipOf } from "./archives.ts";
import { idsOf, placesOf, scan } from "./sandbox.ts";

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;
const HISTORY = { modes: new Set(["history"] as const) };
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12\n`;

const UNOPENED: readonly (readonly [kind: string, content: Buffer])[] = [
  ["xz archive", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2])],
  ["7-Zip archive", Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 1, 2])],
  ["RAR archive", Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])],
  ["bzip2 archive", Buffer.concat([Buffer.from("BZh91AY&SY"), Buffer.from([1, 2])])],
  ["Git LFS pointer", Buffer.from(POINTER)],
];

describe.each(UNOPENED)("what cannot be looked into: %s", (kind, content) => {
  test("is counted in files, in archives and in the history", async () => {
    using sandbox = openCheckout();
    sandbox.write("a.bin", content);
    sandbox.write("b.tar", tarOf([{ name: "inner", content }]));
    sandbox.commit();
    const files = await scan(sandbox.folder, KEY);
    expect(files.findings).toEqual([]);
    expect(files.seen).toMatch(new RegExp(`; 2 files were skipped: 2 ${kind}s$`));
    const history = await scan(sandbox.folder, KEY, HISTORY);
    expect(history.seen).toMatch(new RegExp(`; 2 files were skipped: 2 ${kind}s$`));
  });

  test("is not counted where it only begins alike", async () => {
    using sandbox = openCheckout();
    sandbox.write("a.bin", content.subarray(0, 4));
    sandbox.write("b.bin", Buffer.concat([Buffer.from("x"), content]));
    sandbox.commit();
    for (const options of [{}, HISTORY]) {
      const { findings, seen } = await scan(sandbox.folder, KEY, options);
      expect(findings).toEqual([]);
      expect(seen).toMatch(/ spellings$/);
    }
  });
});

test("the key beside a pointer of Git LFS is found", async () => {
  using sandbox = openCheckout({ "a.txt": `${POINTER}x-note ${KEY}\n` });
  const { findings, seen } = await scan(sandbox.folder, KEY);
  expect(placesOf(findings)).toEqual(["a.txt:4"]);
  expect(seen).toContain("1 Git LFS pointer");
});

test("a repository within is told: its files are looked through, its history is not", async () => {
  using sandbox = openCheckout({ "nested/.git/HEAD": "ref: x\n", "nested/a.txt": LINE });
  sandbox.write("nested/.git/objects/x", LINE);
  const { findings, seen } = await scan(sandbox.folder, KEY);
  expect(placesOf(findings)).toEqual(["nested/a.txt:1"]);
  expect(seen).toMatch(/; 1 file was skipped: 1 nested `\.git` folder$/);
  const { seen: own } = await scan(path.join(sandbox.folder, "nested"), KEY);
  expect(own).toMatch(/ spellings$/);
});

describe("zstd", () => {
  const packed = zstdCompressSync(Buffer.from(`first\n${LINE}`));

  test.each([
    ["a file", "app.js.zst", packed, "app.js.zst!/app.js:2"],
    [
      "a tar",
      "app.tar.zst",
      zstdCompressSync(tarOf([{ name: "d/a", content: Buffer.from(LINE) }])),
      "app.tar.zst!/d/a:1",
    ],
    ["an entry", "a.tar", tarOf([{ name: "b.zst", content: packed }]), "a.tar!/b.zst!/b:2"],
  ])("is opened: %s", async (_, name, content, place) => {
    using sandbox = openCheckout();
    sandbox.write(name, content);
    sandbox.commit();
    expect(placesOf((await scan(sandbox.folder, KEY)).findings)).toEqual([place]);
    expect(placesOf((await scan(sandbox.folder, KEY, HISTORY)).findings)).toEqual([place]);
    expect((await scan(sandbox.folder, exampleKey())).findings).toEqual([]);
  });

  test.each([
    ["is cut off", packed.subarray(0, packed.length - 5), "damaged"],
    ["is damaged", Buffer.concat([packed.subarray(0, 8), Buffer.alloc(40, 0xff)]), "damaged"],
    ["is a bomb", zstdCompressSync(Buffer.alloc(60_000_000)), "more than 200 times"],
  ])("that %s is told", async (_, content, problem) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("a.zst", content);
    const { findings } = await scan(sandbox.folder, exampleKey());
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
    expect(findings[0]?.message).toContain(problem);
  });
});

describe("a zip with something before it", () => {
  const zip = zipOf([{ name: "a.js", content: Buffer.from(`\n${LINE}`) }]);
  const PROGRAMS: readonly (readonly [string, Buffer])[] = [
    ["a program of Windows", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(3000, 7)])],
    ["a program of Unix", Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(3000, 7)])],
    ["a script", Buffer.from("#!/usr/bin/env python3\n")],
  ];

  test.each([...PROGRAMS, ["anything", Buffer.from("anything\n")] as const])(
    "is opened: %s",
    async (name, prefix) => {
      using sandbox = openCheckout();
      sandbox.write("app", Buffer.concat([prefix, zip]));
      sandbox.commit();
      expect(placesOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["app!/a.js:2"]);
      expect((await scan(sandbox.folder, exampleKey())).findings).toEqual([]);
      // Of the history only what begins as a program is kept until its end is known.
      if (name === "anything") return;
      expect(placesOf((await scan(sandbox.folder, KEY, HISTORY)).findings)).toEqual([
        "app!/a.js:2",
      ]);
    },
  );

  test("is opened where a comment is behind it and the program is large", async () => {
    using sandbox = openCheckout({}, { git: false });
    const commented = Buffer.concat([zip, Buffer.from("a comment")]);
    commented.writeUInt16LE(9, zip.length - 2);
    const large = Buffer.alloc(3_000_000, 7);
    large.write("MZ");
    sandbox.write("large.exe", Buffer.concat([large, commented]));
    sandbox.write("small.exe", Buffer.concat([large.subarray(0, 2000), commented]));
    for (const [index, [, prefix]] of PROGRAMS.entries()) {
      sandbox.write(`program${index}`, Buffer.concat([prefix, commented]));
    }
    const { findings } = await scan(sandbox.folder, KEY);
    const names = ["large.exe", ...PROGRAMS.map((_, index) => `program${index}`), "small.exe"];
    expect(placesOf(findings)).toEqual(names.map((name) => `${name}!/a.js:2`));
  });

  test("is opened where its directory says how far everything is", async () => {
    using sandbox = openCheckout({}, { git: false });
    const prefix = Buffer.from("#!/bin/sh\n");
    const moved = Buffer.from(zip);
    const end = moved.length - 22;
    const entry = moved.readUInt32LE(end + 16);
    moved.writeUInt32LE(moved.readUInt32LE(entry + 42) + prefix.length, entry + 42);
    moved.writeUInt32LE(entry + prefix.length, end + 16);
    sandbox.write("app", Buffer.concat([prefix, moved]));
    expect(placesOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["app!/a.js:2"]);
  });

  test.each([
    ["only ends alike", Buffer.concat([Buffer.alloc(500, 7), zip.subarray(-22)])],
    ["is a program alone", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500, 7)])],
    ["is shorter than the end of a zip", Buffer.from("MZ PK")],
  ])("is not told where a file %s", async (_, content) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write("app", content);
    expect((await scan(sandbox.folder, KEY)).findings).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("names", () => {
  const [start, end] = [KEY.slice(0, 17), KEY.slice(17)];

  test.each([
    ["a line feed", `${start}\n${end}`],
    ["a return", `${start}\r${end}`],
    ["nothing", KEY],
    ["capitals", KEY.toUpperCase()],
  ])(
    "that hold the key with %s in it are found in the checkout and in the history",
    async (_, name) => {
      using sandbox = openCheckout({ "a.txt": "", "b.txt": "" });
      sandbox.commit();
      // Empty as another file, so that git lists its content under that other name.
      writeFileSync(path.join(sandbox.folder, `x-${name}`), "");
      const commit = sandbox.commit();
      const { findings } = await scan(sandbox.folder, KEY);
      expect(idsOf(findings)).toEqual(["key-leaked"]);
      sandbox.git("rm", "-rq", "--", `x-${name}`);
      sandbox.commit();
      const past = await scan(sandbox.folder, KEY, HISTORY);
      expect(idsOf(past.findings)).toEqual(["key-leaked"]);
      expect(past.findings[0]?.where?.commit).toBe(commit);
      expect(past.findings[0]?.message).toMatch(/^The name of a file, /);
      const told = JSON.stringify([findings, past.findings]);
      for (const piece of [KEY.slice(4, 12), KEY.slice(20, 32)]) {
        expect(told.toLowerCase()).not.toContain(piece);
      }
      expect((await scan(sandbox.folder, exampleKey(), HISTORY)).findings).toEqual([]);
    },
  );

  test("of branches and tags are found, and of nothing else", async () => {
    using sandbox = openCheckout({ "a.txt": "nothing" });
    sandbox.commit();
    sandbox.git("branch", `fix/${KEY}`);
    sandbox.git("tag", `v-${Buffer.from(KEY).toString("hex")}`);
    sandbox.git("update-ref", `refs/pull/${KEY}/head`, "HEAD");
    sandbox.git("branch", `fix/${exampleKey()}`);
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(findings.map(({ message }) => message.replace(/, and it is.*/, ""))).toEqual([
      `The name of the branch \`refs/heads/fix/****${KEY.slice(-4)}\` holds the key as plain text`,
      `The name of the reference \`refs/pull/****${KEY.slice(-4)}/head\` holds the key as plain text`,
      `The name of the tag \`refs/tags/v-****${KEY.slice(-4)}\` holds the key in hex`,
    ]);
    expect(placesOf(findings)).toEqual(["nowhere", "nowhere", "nowhere"]);
    expect((await scan(sandbox.folder, KEY)).findings).toEqual([]);
  });

  test.each([
    ["of a file", `folder/${KEY}.txt`, "new"],
    ["of a file whose content has another name in a commit", `folder/${KEY}.txt`, "one"],
    ["of a folder", `folder/${KEY}/b.txt`, "one"],
  ])("%s are found below a tag that names a folder, each once", async (_, name, content) => {
    using sandbox = openCheckout({ "a.txt": "one" });
    sandbox.commit();
    sandbox.write(name, content);
    sandbox.git("add", "-A");
    const tree = sandbox.git("write-tree");
    sandbox.git("rm", "-rqf", "folder");
    expect((await scan(sandbox.folder, KEY, HISTORY)).findings).toEqual([]);
    sandbox.git("tag", "a-folder", tree);
    sandbox.git("tag", "-a", "the-same", "-m", "the same", tree);
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(placesOf(findings)).toEqual([name.replace(KEY, `****${KEY.slice(-4)}`)]);
    expect(findings[0]?.message).toMatch(/^The name of .* it is in the history; /);
    expect((await scan(sandbox.folder, exampleKey(), HISTORY)).findings).toEqual([]);
  });

  test("of a commit are told with it, also where a tag names its folder", async () => {
    using sandbox = openCheckout({ "a.txt": "one", [`${KEY}.txt`]: "two" });
    const commit = sandbox.commit();
    sandbox.git("tag", "a-folder", "HEAD^{tree}");
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(findings.map(({ where }) => where?.commit)).toEqual([commit]);
  });

  test("below a tag that names a folder of which a part is gone are told to be missing", async () => {
    using sandbox = openCheckout({ "a.txt": "one" });
    sandbox.commit();
    sandbox.write("folder/inner/b.txt", "two");
    sandbox.git("add", "-A");
    const tree = sandbox.git("write-tree");
    const id = sandbox.git("rev-parse", `${tree}:folder/inner`);
    sandbox.git("tag", "a-folder", tree);
    rmSync(path.join(sandbox.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(idsOf(findings)).toEqual(["history-incomplete"]);
  });

  test("of commits behind one of which a folder is gone are found all the same", async () => {
    using sandbox = openCheckout({ "a.txt": "one", [`${KEY}.txt`]: "two" });
    sandbox.commit();
    sandbox.git("rm", "-q", `${KEY}.txt`);
    sandbox.write("b/c.txt", "three");
    sandbox.commit();
    const id = sandbox.git("rev-parse", "HEAD:b");
    rmSync(path.join(sandbox.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(idsOf(findings)).toEqual(["key-leaked", "history-incomplete"]);
    expect(findings[0]?.message).toMatch(/^The name of /);
  });

  test("that only a merge brings in are found", async () => {
    using sandbox = openCheckout({ "a.txt": "one" });
    sandbox.commit();
    sandbox.git("checkout", "-q", "-b", "side");
    sandbox.write("b.txt", "two");
    sandbox.commit();
    sandbox.git("checkout", "-q", "main");
    sandbox.write("c.txt", "three");
    sandbox.commit();
    sandbox.git("merge", "-q", "--no-commit", "side");
    sandbox.write(`d/${KEY}/e.txt`, "one");
    const merge = sandbox.commit();
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(findings.map(({ where }) => where?.commit)).toEqual([merge]);
  });
});
