import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openCheckout, runGit, type Checkout } from "../../../support/checkout.ts";
import { exampleKey } from "../../../support/keys.ts";
import { tarOf } from "./archives.ts";
import { idsOf, placesOf, scan, type ScanOptions } from "./sandbox.ts";

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;
const WITH_IGNORED = { includesIgnored: true };
const BOTH = { modes: new Set(["workspace", "history"] as const) };
const BUILD = { modes: new Set(["build"] as const) };

function openWith(name: string, content: string | Buffer = LINE): Checkout {
  const sandbox = openCheckout({ "a.txt": "nothing\n", ".gitignore": "ignored\n.env.local\n" });
  sandbox.commit();
  sandbox.write(name, content);
  return sandbox;
}

describe("a file of settings that a step of the job wrote", () => {
  test.each([
    ...[".env", ".env.production", ".env.production.secret", "app/.env", "prod.env", ".envrc"],
    ...[".dev.vars", ".dev.vars.staging", "distribution/.env", "statics/.env", "web/.env.test"],
  ])("is a warning: %s", async (name) => {
    using sandbox = openWith(name);
    const { findings } = await scan(sandbox.folder, KEY);
    expect(findings).toMatchObject([{ id: "key-in-env-file", severity: "warning" }]);
    expect(findings[0]?.message).toBe(
      `Line 1 of \`${name}\` holds the key as plain text; git does not track it, so an earlier step of this job wrote it, and whatever is packed from the workspace after it takes the key along.`,
    );
    expect(findings[0]?.remedy).toMatch(/^Delete it .* never upload it/);
    expect(placesOf(findings)).toEqual([`${name}:1`]);
  });

  test("is a warning where git ignores it, once ignored files are asked for", async () => {
    using sandbox = openWith(".env.local");
    expect((await scan(sandbox.folder, KEY)).findings).toEqual([]);
    const { findings } = await scan(sandbox.folder, KEY, WITH_IGNORED);
    expect(idsOf(findings)).toEqual(["key-in-env-file"]);
  });

  test.each<readonly [string, string, ScanOptions]>([
    ["of another name", "settings.txt", {}],
    ["of another name that git ignores", "ignored/bundle.txt", WITH_IGNORED],
    ["that is code", ".env.js", {}],
    ["that is data for code", ".env.json", {}],
    ["that only begins alike", ".environment", {}],
    ["that has one part more", ".env.production.local.test", {}],
    ["that is a sample, which is for others to read", ".env.example", {}],
    ["that is a component", ".env.vue", {}],
    ["that a server runs", ".env.php", {}],
    ["that a server hands out as a text", ".env.bak.html.txt", {}],
    ["that is a copy", ".env.bak", {}],
    ["that has no name for what it is", "env", {}],
    ["that goes on behind it", "app.env.txt", {}],
    ["that goes on behind the name of direnv", ".envrc.txt", {}],
    ...[
      ...["www", "wwwroot", "htdocs", "html", "public_html", "webroot", "docroot"],
      ...["public", "static", "assets", "dist", "WWWRoot"],
    ].map(
      (folder) => [`that a server hands out from ${folder}`, `app/${folder}/.env`, {}] as const,
    ),
    ["that lies in build output, though only the workspace was asked for", "dist/.env", {}],
    ["that lies deep in build output", "app/.next/standalone/.env", {}],
    ["that lies in build output", "dist/.env", BUILD],
    ["that was asked for by name", ".env", { ...BUILD, paths: [".env"] }],
    ["in a folder that was asked for by name", "deploy/.env", { ...BUILD, paths: ["deploy"] }],
  ])("is a leak %s", async (_, name, options) => {
    using sandbox = openWith(name);
    const { findings } = await scan(sandbox.folder, KEY, options);
    expect(findings).toMatchObject([{ id: "key-leaked", severity: "error" }]);
  });

  test("is a leak within an archive, and in its own name", async () => {
    using sandbox = openWith("a.tar", tarOf([{ name: ".env", content: Buffer.from(LINE) }]));
    expect(idsOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["key-leaked"]);
    using named = openWith(`${KEY}.env`, "nothing");
    expect(idsOf((await scan(named.folder, KEY)).findings)).toEqual(["key-leaked"]);
  });

  test("is a leak once it is committed, or about to be", async () => {
    using sandbox = openWith(".env");
    sandbox.git("add", ".env");
    expect(idsOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["key-leaked"]);
    sandbox.commit();
    expect(idsOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["key-leaked"]);
  });

  test("is a leak in another repository, which may well have committed it", async () => {
    using sandbox = openWith("app/.env");
    const ids = async (): Promise<readonly string[]> =>
      idsOf((await scan(sandbox.folder, KEY)).findings);
    expect(await ids()).toEqual(["key-in-env-file"]);
    const app = path.join(sandbox.folder, "app");
    runGit(app, ["init", "-q"]);
    expect(await ids()).toEqual(["key-leaked"]);
    rmSync(path.join(app, ".git"), { recursive: true });
    expect(await ids()).toEqual(["key-in-env-file"]);
    // As in a submodule.
    sandbox.write("app/.git", "gitdir: ../.git/modules/app\n");
    expect(await ids()).toEqual(["key-leaked"]);
  });

  test("is a leak where the history has it, also where no commit does", async () => {
    using sandbox = openWith(".env");
    const both = async (): ReturnType<typeof scan> => scan(sandbox.folder, KEY, BOTH);
    expect(idsOf((await both()).findings)).toEqual(["key-in-env-file"]);
    sandbox.git("add", ".env");
    sandbox.git("tag", "a-folder", sandbox.git("write-tree"));
    sandbox.git("rm", "-q", "--cached", ".env");
    const { findings } = await both();
    expect(findings).toMatchObject([{ id: "key-leaked", severity: "error" }]);
    expect(findings[0]?.message).toMatch(/ whoever can read the repository and its history can /);
    expect(idsOf((await scan(sandbox.folder, KEY)).findings)).toEqual(["key-in-env-file"]);
    sandbox.git("tag", "-d", "a-folder");
    expect(idsOf((await both()).findings)).toEqual(["key-in-env-file"]);
  });

  test("is a leak where git cannot tell", async () => {
    using sandbox = openWith(".env");
    const { findings } = await scan(sandbox.folder, KEY, { ports: { searchPath: "" } });
    expect(idsOf(findings)).toEqual(["key-leaked"]);
  });

  test("hides no other leak", async () => {
    using sandbox = openWith(".env");
    sandbox.write("b.txt", LINE);
    const { findings } = await scan(sandbox.folder, KEY);
    expect(findings.map(({ id, where }) => [id, where?.file])).toEqual([
      ["key-in-env-file", ".env"],
      ["key-leaked", "b.txt"],
    ]);
  });
});
