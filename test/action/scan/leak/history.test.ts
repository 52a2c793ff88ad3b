import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { exampleKey } from "../../../support/keys.ts";
import { openCheckout, runGit, type Checkout } from "../../../support/checkout.ts";
import { idsOf, placesOf, scan } from "./sandbox.ts";

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;
const HISTORY = { modes: new Set(["history"] as const) };
const BOTH = { modes: new Set(["workspace", "history"] as const) };

/** A key that was committed and taken out again. */
function withPast(sandbox: Checkout): string {
  sandbox.write("readme", "one\n");
  sandbox.commit();
  sandbox.write("config/app.env", `A=1\nB=2\n${LINE}`);
  const commit = sandbox.commit("add config");
  sandbox.write("config/app.env", `A=1\nB=3\n${LINE}`);
  sandbox.commit("change config");
  rmSync(path.join(sandbox.folder, "config"), { recursive: true });
  sandbox.commit("remove it");
  return commit;
}

/** Each system asks another of these where it is. */
function useTemporaryFolder(folder: string): void {
  for (const name of ["TMPDIR", "TEMP", "TMP"]) vi.stubEnv(name, folder);
}

describe("the history", () => {
  test.each([
    ["loose", []],
    ["packed", ["gc", "-q"]],
    ["of references that are packed", ["pack-refs", "--all"]],
  ])("%s: gives the commit that brought the key in, once for all versions", async (_, args) => {
    using sandbox = openCheckout();
    const commit = withPast(sandbox);
    if (args.length > 0) sandbox.git(...args);
    const base = sandbox.git("rev-parse", "HEAD");
    const { findings, seen } = await scan(sandbox.folder, KEY, { ...HISTORY, base });
    expect(findings.map(({ message }) => message)).toEqual([
      `Line 3 of \`config/app.env\` holds the key as plain text; commit ${commit.slice(0, 12)} brought it in, so whoever can read the history can use the key, whatever becomes of this change.`,
    ]);
    expect(findings[0]?.where).toEqual({ file: "config/app.env", line: 3, commit });
    expect(seen).toMatch(/^7 objects of the history, in \d+ spellings$/);
  });

  test("another key is nothing", async () => {
    using sandbox = openCheckout();
    withPast(sandbox);
    expect((await scan(sandbox.folder, exampleKey(), HISTORY)).findings).toEqual([]);
  });

  test("a branch, a tag and a head that is no branch are part of it", async () => {
    using sandbox = openCheckout();
    sandbox.write("readme", "one\n");
    const first = sandbox.commit();
    sandbox.git("checkout", "-q", "-b", "side");
    sandbox.write("side", Buffer.from(KEY).toString("base64"));
    sandbox.commit();
    sandbox.git("checkout", "-q", first);
    sandbox.write("detached", Buffer.from(KEY).toString("hex"));
    sandbox.commit();
    sandbox.git("tag", "-a", "v1", first, "-m", `release ${KEY}`);
    sandbox.git("rm", "-q", "detached");
    sandbox.commit(`no more ${KEY}`);
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    const starts = findings.map(({ message }) => message.replace(/ holds.*/, ""));
    expect(starts.toSorted()).toEqual([
      "Line 1 of `detached`",
      "Line 1 of `side`",
      "The message of a commit",
      "The message of the tag `v1`",
    ]);
  });

  test("an archive, a UTF-16 text and a file of the key's name are part of it", async () => {
    using sandbox = openCheckout();
    sandbox.write("a.gz", gzipSync(Buffer.from(`\n${LINE}`)));
    sandbox.write("wide.txt", Buffer.from(`\r\n${LINE}`, "utf16le"));
    sandbox.write(`x-${KEY}`, "");
    sandbox.commit();
    sandbox.git("rm", "-rq", ".");
    sandbox.commit();
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(placesOf(findings).toSorted()).toEqual([
      "a.gz!/a:2",
      "wide.txt:2",
      `x-****${KEY.slice(-4)}`,
    ]);
  });

  test("archives among many other files are all opened, whatever comes in one piece", async () => {
    using sandbox = openCheckout();
    const places: string[] = [];
    for (let index = 0; index < 120; index++) {
      const name = String(index).padStart(3, "0");
      sandbox.write(`${name}.txt`, `${name}\n`.repeat(1 + ((index * 7919) % 40_000)));
      sandbox.write(`${name}.gz`, gzipSync(`${name}\n${LINE}`));
      if (index < 50) places.push(`${name}.gz!/${name}:2`);
    }
    sandbox.commit();
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(placesOf(findings)).toEqual(places);
    expect(findings.at(-1)?.message).toContain("70 more times");
  });

  test("is read where the temporary folder has too long a name for pipes of our own", async () => {
    using sandbox = openCheckout();
    const commit = withPast(sandbox);
    const place = path.join(sandbox.folder, "../", "long-".repeat(20));
    mkdirSync(place);
    useTemporaryFolder(place);
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    vi.unstubAllEnvs();
    expect(findings.map(({ where }) => where?.commit)).toEqual([commit]);
    expect(readdirSync(place)).toEqual([]);
  });

  test("what a tag names that is no commit is part of it", async () => {
    using sandbox = openCheckout({ "a.txt": "nothing" });
    sandbox.commit();
    sandbox.write("file", LINE);
    sandbox.write("folder/inner", `\n${LINE}`);
    sandbox.git("add", "-A");
    const tree = sandbox.git("write-tree", "--prefix=folder/");
    sandbox.git("tag", "a-file", sandbox.git("hash-object", "-w", "file"));
    const { findings: ofFile } = await scan(sandbox.folder, KEY, HISTORY);
    expect(idsOf(ofFile)).toEqual(["key-leaked"]);
    sandbox.git("tag", "-d", "a-file");
    sandbox.git("tag", "a-folder", tree);
    const { findings: ofFolder } = await scan(sandbox.folder, KEY, HISTORY);
    expect(placesOf(ofFolder)).toEqual(["inner:2"]);
  });

  test("a folder that is gone is told, and what is left is looked through", async () => {
    using sandbox = openCheckout({ "a/one.txt": "nothing", "b/two.txt": LINE });
    sandbox.commit();
    const id = sandbox.git("rev-parse", "HEAD:a");
    rmSync(path.join(sandbox.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(idsOf(findings)).toEqual(["key-leaked", "history-incomplete"]);
  });

  test("a merge that brings the key in itself is found", async () => {
    using sandbox = openCheckout();
    sandbox.write("a", "one\n");
    sandbox.commit();
    sandbox.git("checkout", "-q", "-b", "side");
    sandbox.write("b", "two\n");
    sandbox.commit();
    sandbox.git("checkout", "-q", "main");
    sandbox.write("c", "three\n");
    sandbox.commit();
    sandbox.git("merge", "-q", "--no-commit", "side");
    sandbox.write("b", LINE);
    const merge = sandbox.commit();
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(findings[0]?.where?.commit).toBe(merge);
  });

  test("a repository of SHA-256 is read", async () => {
    using sandbox = openCheckout({}, { git: ["--object-format=sha256"] });
    const commit = withPast(sandbox);
    expect(commit).toHaveLength(64);
    sandbox.write(".gitignore", "ignored");
    sandbox.write("ignored", LINE);
    const { findings } = await scan(sandbox.folder, KEY, BOTH);
    expect(findings.map(({ where }) => where?.commit)).toEqual([commit]);
  });

  test("a checkout beside the repository is read", async () => {
    using sandbox = openCheckout();
    const commit = withPast(sandbox);
    const tree = path.join(sandbox.folder, "../tree");
    sandbox.git("worktree", "add", "-q", tree);
    const { findings } = await scan(tree, KEY, HISTORY);
    expect(findings.map(({ where }) => where?.commit)).toEqual([commit]);
  });
});

describe("what is missing", () => {
  function cloneOf(sandbox: Checkout, ...args: readonly string[]): string {
    const target = path.join(sandbox.folder, "../clone");
    sandbox.git("config", "uploadpack.allowFilter", "true");
    sandbox.git("clone", "-q", ...args, `file://${sandbox.folder}`, target);
    return target;
  }

  test.each([
    ["a shallow clone", ["--depth=1"], "shallow"],
    ["a clone without files", ["--filter=blob:none"], "partial"],
  ])("%s is never clean", async (_, args, problem) => {
    using sandbox = openCheckout();
    withPast(sandbox);
    const clone = cloneOf(sandbox, ...args);
    const { findings } = await scan(clone, KEY, HISTORY);
    expect(idsOf(findings)).toContain("history-incomplete");
    expect(findings.at(-1)?.message).toContain(problem);
    expect(findings.at(-1)?.inconclusive).toBe(true);
  });

  test("a whole clone is clean", async () => {
    using sandbox = openCheckout();
    withPast(sandbox);
    const { findings } = await scan(cloneOf(sandbox), exampleKey(), HISTORY);
    expect(findings).toEqual([]);
  });

  test("grafts hide nothing, nor do replacements", async () => {
    using sandbox = openCheckout();
    const commit = withPast(sandbox);
    const head = sandbox.git("rev-parse", "HEAD");
    sandbox.write(".git/info/grafts", `${head}\n`);
    sandbox.git("replace", "--graft", head);
    const { findings } = await scan(sandbox.folder, KEY, HISTORY);
    expect(findings.map(({ where }) => where?.commit)).toEqual([commit]);
  });

  test("an object that is gone is told", async () => {
    using sandbox = openCheckout();
    withPast(sandbox);
    const id = sandbox.git("rev-parse", "HEAD:readme");
    rmSync(path.join(sandbox.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { findings } = await scan(sandbox.folder, exampleKey(), HISTORY);
    expect(idsOf(findings)).toEqual(["history-incomplete"]);
  });

  test.each([
    ["no git", true, { searchPath: "" }],
    ["no git but one of the workspace", true, {}],
    ["no repository", false, undefined],
  ])("%s is never clean", async (name, git, ports) => {
    using sandbox = openCheckout({}, git ? {} : { git: false });
    sandbox.write("bin/git", "#!/bin/sh\ntouch ../ran\n");
    const own = { searchPath: path.join(sandbox.folder, "bin") };
    const given = name.includes("workspace") ? own : ports;
    const { findings } = await scan(sandbox.folder, KEY, {
      ...HISTORY,
      ...(given && { ports: given }),
    });
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
  });
});

describe("since when", () => {
  test("what this change brings in is told from what was there", async () => {
    using sandbox = openCheckout();
    sandbox.write("old.txt", LINE);
    sandbox.write("moved.txt", `moved ${LINE}`);
    sandbox.write("grown.txt", LINE);
    sandbox.write("packed.gz", gzipSync(LINE));
    const base = sandbox.commit();
    sandbox.git("mv", "moved.txt", "renamed.txt");
    sandbox.write("grown.txt", `one line more\n${LINE}`);
    sandbox.write("new.txt", LINE.repeat(2));
    const head = sandbox.commit();
    sandbox.write("untracked.txt", LINE);
    const expected = {
      "grown.txt:2": ["key-leaked-before", "it was there before this change"],
      "new.txt:1": ["key-leaked", "this change brought it in"],
      "new.txt:2": ["key-leaked", "this change brought it in"],
      "old.txt:1": ["key-leaked-before", "it was there before this change"],
      "packed.gz!/packed:1": ["key-leaked-before", "it was there before this change"],
      "renamed.txt:1": ["key-leaked-before", "it was there before this change"],
      "untracked.txt:1": [
        "key-leaked",
        "git does not track it, so an earlier step of this job wrote it",
      ],
    };
    const { findings } = await scan(sandbox.folder, KEY, { base });
    const told = findings.map(({ id, values }) => [id, values["since"]]);
    expect(Object.fromEntries(placesOf(findings).map((place, n) => [place, told[n]]))).toEqual(
      expected,
    );

    const withHistory = await scan(sandbox.folder, KEY, { ...BOTH, base });
    const fresh = withHistory.findings.find(({ where }) => where?.file === "new.txt");
    expect(fresh?.id).toBe("key-leaked");
    expect(fresh?.values["since"]).toBe(`commit ${head.slice(0, 12)} of this change brought it in`);
  });

  test("a commit of this change that was taken back is of this change", async () => {
    using sandbox = openCheckout();
    sandbox.write("a", "one");
    const base = sandbox.commit();
    sandbox.write("a", LINE);
    const commit = sandbox.commit();
    sandbox.write("a", "two");
    sandbox.commit();
    const { findings } = await scan(sandbox.folder, KEY, { ...HISTORY, base });
    expect(idsOf(findings)).toEqual(["key-leaked"]);
    expect(findings[0]?.where).toEqual({ file: "a", line: 1, commit });
  });
});

/** A program that shows that it was run. */
function trap(sandbox: Checkout): { readonly program: string; readonly marker: string } {
  // To a shell, a backslash is part of no path.
  const beside = (name: string): string =>
    path.join(sandbox.folder, "..", name).replaceAll("\\", "/");
  const [marker, program] = [beside("marker"), beside("trap.sh")];
  sandbox.write("../trap.sh", `#!/bin/sh\ntouch "${marker}"\ncat\n`);
  runGit(sandbox.folder, ["version"]);
  return { program: `sh ${program}`, marker };
}

describe("nothing of the repository is run", () => {
  test("neither monitor, hook, filter, alias, pager nor converter", async () => {
    using sandbox = openCheckout();
    const base = (withPast(sandbox), sandbox.git("rev-parse", "HEAD"));
    sandbox.write(".gitattributes", "* filter=trap diff=trap merge=trap\n");
    sandbox.write("now.txt", LINE);
    sandbox.commit();
    const { program, marker } = trap(sandbox);
    const settings = [
      ["core.fsmonitor", program],
      ["core.hooksPath", path.join(sandbox.folder, "hooks")],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["core.alternateRefsCommand", program],
      ["filter.trap.clean", program],
      ["filter.trap.smudge", program],
      ["filter.trap.process", program],
      ["diff.trap.textconv", program],
      ["diff.trap.command", program],
      ["diff.external", program],
      ["alias.ls-files", `!${program}`],
      ["alias.cat-file", `!${program}`],
      ["credential.helper", `!${program}`],
      ["remote.origin.url", `ext::${program}`],
      ["remote.origin.promisor", "true"],
      ["extensions.partialClone", "origin"],
      ["pager.log", program],
    ] as const;
    for (const [name, value] of settings) sandbox.git("config", name, value);
    sandbox.git("config", "core.repositoryformatversion", "1");
    for (const name of ["post-index-change", "fsmonitor-watchman", "reference-transaction"]) {
      sandbox.write(`hooks/${name}`, `#!/bin/sh\ntouch "${marker}"\n`);
    }
    const { findings } = await scan(sandbox.folder, KEY, { ...BOTH, base });
    expect(idsOf(findings).toSorted()).toEqual(["key-leaked", "key-leaked-before"]);
    expect(existsSync(marker)).toBe(false);
    // The traps are set: git itself walks into them.
    sandbox.git("status");
    expect(existsSync(marker)).toBe(true);
  });

  test("the private repository is gone afterwards, whatever happened", async () => {
    using sandbox = openCheckout();
    withPast(sandbox);
    // A place of its own, since other tests make such folders at the same time.
    const place = path.join(sandbox.folder, "../temporary");
    mkdirSync(place);
    useTemporaryFolder(place);
    await scan(sandbox.folder, KEY, BOTH);
    const controller = new AbortController();
    const ended = scan(sandbox.folder, KEY, { ...BOTH, ports: { signal: controller.signal } });
    controller.abort();
    await expect(ended).rejects.toThrow(/abort/i);
    mkdirSync(path.join(sandbox.folder, "empty"));
    await scan(path.join(sandbox.folder, "empty"), KEY, BOTH);
    vi.unstubAllEnvs();
    expect(readdirSync(place)).toEqual([]);
  });
});
