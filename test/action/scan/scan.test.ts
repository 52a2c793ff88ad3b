import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { openCheckout, type Checkout } from "../../support/checkout.ts";
import { findingIds } from "../key-scene.ts";
import { exampleKey } from "../../support/keys.ts";
import {
  runAction,
  withoutMasks,
  type ActionInputs,
  type ActionRun,
} from "../../support/run-action.ts";
import { annotationsIn, masksIn } from "../start-action.ts";

let simulator: Simulator;
let key: string;
beforeAll(async () => {
  simulator = await startSimulator();
  key = simulator.keys.healthy.reveal();
});
afterAll(() => simulator.close());

interface Scene {
  readonly inputs?: ActionInputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
}

function runIn(checkout: Pick<Checkout, "folder">, scene: Scene = {}): Promise<ActionRun> {
  const { inputs = {}, env = {}, event = { repository: { private: true } } } = scene;
  return runAction({
    inputs: {
      "api-key": key,
      "api-url": simulator.origin,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": "vendors:read",
      "expires-on": "2999-01-31",
      severities: "scope-excess: off",
      ...inputs,
    },
    env: { PATH: process.env["PATH"] ?? "", GITHUB_WORKSPACE: checkout.folder, ...env },
    event,
  });
}

function everythingIn({ stdout, stderr, outputs, summary }: ActionRun): string {
  return [withoutMasks(stdout), stderr, JSON.stringify(outputs), summary].join("\n");
}

const FORK = {
  pull_request: {
    head: { repo: { full_name: "stranger/app" } },
    base: { repo: { full_name: "owner/app" } },
  },
};

const DEPLOY = `on: push
permissions: {}
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - run: ./sync.sh
        env:
          PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
`;

describe("a key that is in order", () => {
  test("passes where it is written nowhere, and the summary says what was looked through", async () => {
    using checkout = openCheckout({
      "src/app.ts": "export {};\n",
      ".github/workflows/x.yml": DEPLOY,
    });
    checkout.commit();
    checkout.write("dist/app.js", "run();\n");
    const inputs = { "leak-scan": "workspace, build, history", "workflow-audit": "true" };
    const run = await runIn(checkout, { inputs });
    expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { "deploy-allowed": "true" } });
    expect(run.summary).toMatch(/\| Is it written nowhere\? \| ✅ nothing was found in \S.* \| \|/);
    expect(run.summary).toMatch(
      /\| Do the workflows take care of it\? \| ✅ nothing was found in \S/,
    );
    expect(run.stdout).toMatch(/looked through .*: nothing was found/);
  });

  test("does not pass where it is written in a file: the line is named, the key is not", async () => {
    using checkout = openCheckout({ "config/pleo.json": `{\n  "key": "${key}"\n}\n` });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "leak-scan": "workspace" } });
    expect(run).toMatchObject({
      exitCode: 1,
      stderr: "",
      outputs: { verdict: "fail", "deploy-allowed": "false", "company-matches": "true" },
    });
    expect(findingIds(run.outputs)).toEqual(["key-leaked"]);
    expect(annotationsIn(run.stdout, "error")).toEqual([
      expect.stringMatching(/^::error title=[^,]*,file=config\/pleo\.json,line=2::/),
    ]);
    expect(run.outputs["next-step"]).toMatch(/^Revoke it first \(/);
    expect(everythingIn(run)).not.toContain(key.slice(4, 12));
  });

  test("does not pass where it is written in capitals, which the runner is told to mask too", async () => {
    using checkout = openCheckout({ "notes.txt": `\n${key.toUpperCase()}\n` });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "leak-scan": "workspace" } });
    expect(findingIds(run.outputs)).toEqual(["key-leaked"]);
    expect(run.outputs["findings"]).toContain("holds the key in capitals");
    expect(masksIn(run.stdout)).toContain(key.toUpperCase());
    expect(everythingIn(run).toLowerCase()).not.toContain(key.slice(4, 12));
  });

  test("passes with a warning where an earlier step wrote it into a file of settings", async () => {
    using checkout = openCheckout({ "a.txt": "nothing\n" });
    checkout.commit();
    checkout.write(".env", `PLEO_API_KEY=${key}\n`);
    const run = await runIn(checkout, { inputs: { "leak-scan": "workspace" } });
    expect(findingIds(run.outputs)).toEqual(["key-in-env-file"]);
    expect(run).toMatchObject({ exitCode: 0, outputs: { "deploy-allowed": "true" } });
    expect(annotationsIn(run.stdout, "warning")).toEqual([
      expect.stringMatching(/^::warning title=[^,]*,file=\.env,line=1::/),
    ]);
    expect(everythingIn(run)).not.toContain(key.slice(4, 12));
  });

  test("does not pass where it was written once and taken out again", async () => {
    using checkout = openCheckout({ ".env": `PLEO_API_KEY=${key}\n` });
    const leaked = checkout.commit("add settings");
    checkout.write(".env", "PLEO_API_KEY=\n");
    const before = checkout.commit("take the key out");
    checkout.commit("this change");
    const event = { before, repository: { private: true } };
    const run = await runIn(checkout, { inputs: { "leak-scan": "history" }, event });
    expect(run.exitCode).toBe(1);
    expect(findingIds(run.outputs)).toEqual(["key-leaked-before"]);
    expect(run.outputs["findings"]).toContain(leaked);
    expect(everythingIn(run)).not.toContain(key.slice(4, 12));
  });

  test("passes with an old leak where the user has chosen to be told of it only", async () => {
    using checkout = openCheckout({ ".env": `PLEO_API_KEY=${key}\n` });
    checkout.commit();
    checkout.write(".env", "PLEO_API_KEY=\n");
    const before = checkout.commit();
    checkout.commit();
    const severities = "scope-excess: off\nkey-leaked-before: warning";
    const inputs = { "leak-scan": "history", severities };
    const run = await runIn(checkout, { inputs, event: { before } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { "deploy-allowed": "true" } });
    // Where the change begins is not known, the leak may be of this change.
    const first = await runIn(checkout, { inputs, event: { before: "0".repeat(40) } });
    expect(findingIds(first.outputs)).toEqual(["key-leaked"]);
    expect(first.outputs["deploy-allowed"]).toBe("false");
  });

  test("is not known to be safe where nothing was checked out", async () => {
    using checkout = openCheckout();
    const folder = path.join(checkout.folder, "empty");
    mkdirSync(folder);
    const run = await runIn({ folder }, { inputs: { "leak-scan": "workspace" } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "unknown" } });
    expect(findingIds(run.outputs)).toEqual(["leak-scan-incomplete"]);
    expect(run.outputs["next-step"]).toContain("actions/checkout");
  });

  test.each(["fix\u00a0this", "fix\u3000this", "fix\u2028this", "plain"])(
    "does not pass where a branch of another name holds it: %j",
    async (branch) => {
      using checkout = openCheckout({ "a.txt": "nothing\n" });
      checkout.commit();
      checkout.git("checkout", "-q", "-b", branch);
      checkout.write("a.txt", `${key}\n`);
      checkout.commit();
      checkout.git("checkout", "-q", "main");
      for (const pack of [false, true]) {
        if (pack) checkout.git("pack-refs", "--all");
        const run = await runIn(checkout, { inputs: { "leak-scan": "workspace, history" } });
        expect(findingIds(run.outputs), `packed: ${String(pack)}`).toEqual(["key-leaked"]);
      }
    },
  );

  test("does not pass where the build has put it into a file that git tracks", async () => {
    using checkout = openCheckout({ "dist/app.js": "run();\n" });
    const before = checkout.commit();
    checkout.write("dist/app.js", `run("${key}");\n`);
    const severities = "scope-excess: off\nkey-leaked-before: warning";
    const inputs = { "leak-scan": "build", severities };
    const run = await runIn(checkout, { inputs, event: { before } });
    expect(findingIds(run.outputs)).toEqual(["key-leaked"]);
    expect(run.outputs["deploy-allowed"]).toBe("false");
  });

  test("is not known to be safe where the build is to be searched and there is none", async () => {
    using checkout = openCheckout({ "src/app.js": "run();\n" });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "leak-scan": "workspace, build" } });
    expect(findingIds(run.outputs)).toEqual(["leak-scan-incomplete"]);
    expect(run.outputs["verdict"]).toBe("unknown");
  });

  test("is not known to be handled well where the workflows are not in the checkout", async () => {
    using checkout = openCheckout({ "repo/.github/workflows/x.yml": DEPLOY });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "workflow-audit": "true" } });
    expect(findingIds(run.outputs)).toEqual(["workflow-unreadable"]);
    expect(run.outputs["verdict"]).toBe("unknown");
  });

  test("is shown by no annotation, though a workflow is called after it", async () => {
    const shows = `${DEPLOY}      - run: echo "$PLEO_API_KEY"\n        env:\n          PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}\n`;
    using checkout = openCheckout({ [`.github/workflows/${key}.yml`]: shows });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "workflow-audit": "true" } });
    expect(findingIds(run.outputs)).toContain("workflow-secret-in-script");
    expect(everythingIn(run)).not.toContain(key.slice(4, 12));
  });

  test("does not pass where a workflow shows it", async () => {
    const shows = `${DEPLOY}      - run: curl -u "\${{ secrets.PLEO_API_KEY }}:" https://external.pleo.io\n`;
    using checkout = openCheckout({ ".github/workflows/deploy.yml": shows });
    checkout.commit();
    const run = await runIn(checkout, { inputs: { "workflow-audit": "true" } });
    expect(run.exitCode).toBe(1);
    expect(findingIds(run.outputs)).toContain("workflow-secret-in-script");
    expect(annotationsIn(run.stdout, "error").join("\n")).toContain(
      "file=.github/workflows/deploy.yml,line=10",
    );
  });

  test("is searched for although it is a token that Pleo may take", async () => {
    const token = simulator.keys.legacyToken.reveal();
    using checkout = openCheckout({ "notes.txt": `token: ${token}\n` });
    checkout.commit();
    const inputs = { "api-key": token, kind: "integrated", "leak-scan": "workspace" };
    const run = await runIn(checkout, { inputs });
    expect(findingIds(run.outputs)).toContain("key-leaked");
    expect(everythingIn(run)).not.toContain(token.slice(-12));
  });

  test("is searched for although the stored value is damaged", async () => {
    using checkout = openCheckout({ "notes.txt": `key: ${key}\n` });
    checkout.commit();
    const inputs = { "api-key": `PLEO_API_KEY="${key}"`, "leak-scan": "workspace" };
    const run = await runIn(checkout, { inputs });
    expect(findingIds(run.outputs).toSorted()).toEqual(["key-damaged", "key-leaked"]);
  });
});

describe("a run without a key", () => {
  test("is skipped on a fork where the change holds nothing that looks like one", async () => {
    using checkout = openCheckout({ "a.txt": "nothing\n" });
    checkout.commit();
    const inputs = { "api-key": "", "leak-scan": "workspace" };
    const run = await runIn(checkout, { inputs, event: FORK });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped" } });
    expect(run.summary).toContain("Is it written nowhere?");
  });

  test("fails on a fork whose change holds a text of a key's shape", async () => {
    const theirs = exampleKey();
    using checkout = openCheckout({ "a.txt": `PLEO=${theirs}\n` });
    checkout.commit();
    const inputs = { "api-key": "", "leak-scan": "workspace" };
    const run = await runIn(checkout, { inputs, event: FORK });
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { verdict: "fail", "deploy-allowed": "false" },
    });
    expect(findingIds(run.outputs)).toEqual(["key-shaped-text"]);
    expect(everythingIn(run)).not.toContain(theirs.slice(4, 12));
  });
});

/** Windows starts no script as if it were a program. */
const hasScripts = process.platform !== "win32";

test.runIf(hasScripts)("no program that is started is handed an input or a token", async () => {
  using checkout = openCheckout({ "a.txt": "nothing\n" });
  checkout.commit();
  const bin = path.join(checkout.folder, "../bin");
  const seen = path.join(checkout.folder, "../seen");
  mkdirSync(bin);
  const real = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, "git"))
    .find((file) => existsSync(file));
  const spy = `
    import { spawnSync } from "node:child_process";
    import { appendFileSync } from "node:fs";
    const args = process.argv.slice(2);
    appendFileSync(${JSON.stringify(seen)}, JSON.stringify([process.env, args]));
    process.exitCode = spawnSync(${JSON.stringify(real)}, args, { stdio: "inherit" }).status;
  `;
  writeFileSync(path.join(bin, "git"), `#!${process.execPath}\n${spy}`);
  chmodSync(path.join(bin, "git"), 0o755);
  const run = await runIn(checkout, {
    inputs: { "leak-scan": "workspace, history", "github-token": "ghs_made_up_token" },
    env: {
      PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
      ACTIONS_RUNTIME_TOKEN: "made-up",
    },
  });
  expect(run).toMatchObject({ stderr: "", outputs: { "deploy-allowed": "true", findings: "[]" } });
  const told = readFileSync(seen, "utf8");
  expect(told).toContain("cat-file");
  for (const secret of [
    key.slice(4, 12),
    btoa(`${key}:`).slice(8, 20),
    "INPUT_",
    "ghs_made",
    "made-up",
  ]) {
    expect(told).not.toContain(secret);
  }
});

test("SARIF is written into the checkout, and a dry run only prints it", async () => {
  using checkout = openCheckout({ "a.txt": `${key}\n` });
  checkout.commit();
  const inputs = { "leak-scan": "workspace", "sarif-file": "reports/pleo.sarif" };
  const file = path.join(checkout.folder, "reports/pleo.sarif");
  const dry = await runIn(checkout, { inputs: { ...inputs, "dry-run": "true" } });
  expect(existsSync(file)).toBe(false);
  expect(dry.stdout).toContain('"ruleId": "key-leaked"');
  const run = await runIn(checkout, { inputs });
  const sarif = readFileSync(file, "utf8");
  expect(JSON.parse(sarif)).toMatchObject({
    version: "2.1.0",
    runs: [{ results: [{ ruleId: "key-leaked" }] }],
  });
  expect(sarif + everythingIn(run) + everythingIn(dry)).not.toContain(key.slice(4, 12));
});
