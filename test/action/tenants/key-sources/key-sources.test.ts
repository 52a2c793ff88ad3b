import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  collectTenantSecrets,
  type TenantSecrets,
} from "../../../../action/tenants/key-sources/key-sources.ts";
import { NODE_FILES, type FilePorts } from "../../../../action/tenants/key-sources/files.ts";
import { readManifestFile } from "../../../../action/tenants/manifest/file.ts";
import type { KeySource, Tenant } from "../../../../src/tenancy/tenant.ts";
import { exampleKey } from "../../../support/keys.ts";

const isWindows = process.platform === "win32";

let root: string;
let workspace: string;
let temporary: string;
/** What was opened, in order. */
let opened: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "tenants-"));
  workspace = path.join(root, "work");
  temporary = path.join(root, "temp");
  opened = [];
  for (const folder of [workspace, temporary]) mkdirSync(folder);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function tenant(id: string, key: KeySource, previousKey?: KeySource): Tenant {
  return {
    id,
    key,
    ...(previousKey === undefined ? {} : { previousKey }),
    rotation: "overlap",
    line: 1,
    expectation: {
      kind: "integrated",
      environment: "production",
      requiredScopes: [],
      expiry: { warnBeforeDays: 30, failBeforeDays: 0 },
    },
  };
}

interface Given {
  readonly tenantKeys?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
}

function places({ tenantKeys, env = {}, platform = "linux" }: Given = {}) {
  const ports: FilePorts = {
    realPath: NODE_FILES.realPath,
    read: (file, most) => {
      opened.push(path.basename(file));
      return NODE_FILES.read(file, most);
    },
  };
  return {
    tenantKeys,
    env: { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary, ...env },
    platform,
    ports,
  };
}

function collect(tenants: readonly Tenant[], given?: Given): TenantSecrets {
  return collectTenantSecrets(tenants, places(given));
}

function write(folder: string, name: string, text: string, mode = 0o600): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

/** The key, or what is said where there is none. */
function resolved(source: KeySource, given?: Given): string {
  const found = collect([tenant("a", source)], given).resolveKey(source);
  return found.kind === "value" ? found.value : found.finding.message;
}

describe("a key in an environment variable", () => {
  test("is what is stored there, unchanged", () => {
    const key = `${exampleKey()}\n`;
    const source: KeySource = { kind: "env", name: "ACME" };
    expect(resolved(source, { env: { ACME: key } })).toBe(key);
    const { secrets } = collect([tenant("a", source)], { env: { ACME: key } });
    expect(secrets).toContain(key.trim());
  });

  test.each([undefined, "", "  \n"])("that is %j is none", (value) => {
    const env = value === undefined ? {} : { ACME: value };
    expect(resolved({ kind: "env", name: "ACME" }, { env })).toMatch(
      /^The key of this tenant cannot be read: the environment variable `ACME` is not set, or/,
    );
  });

  test("of nobody in the manifest is left alone", () => {
    const key = exampleKey();
    expect(collect([], { env: { ACME: key } }).secrets).toEqual([]);
  });
});

describe("a key in `tenant-keys`", () => {
  const source: KeySource = { kind: "secret", name: "acme" };

  test("is found by its name", () => {
    const keys = { acme: exampleKey(), globex: exampleKey() };
    expect(resolved(source, { tenantKeys: JSON.stringify(keys) })).toBe(keys.acme);
  });

  test.each<[string, string | undefined, RegExp]>([
    ["nothing", undefined, /`tenant-keys` is empty or left out/],
    ["white space", " \n", /`tenant-keys` is empty or left out/],
    ["no such name", "{}", /`tenant-keys` has nothing under the name `acme`/],
    ["another case", '{"Acme": "x"}', /has nothing under the name `acme`/],
    ["an empty text", '{"acme": ""}', /has nothing under the name `acme`/],
  ])("is none where there is %s", (_, tenantKeys, message) => {
    expect(resolved(source, tenantKeys === undefined ? {} : { tenantKeys })).toMatch(message);
  });

  test.each(["toString", "__proto__", "constructor"])("named %s is none by accident", (name) => {
    expect(resolved({ kind: "secret", name }, { tenantKeys: "{}" })).toMatch(/has nothing under/);
    const key = exampleKey();
    const tenantKeys = `{"${name}": "${key}"}`;
    expect(resolved({ kind: "secret", name }, { tenantKeys })).toBe(key);
  });

  test("is hidden though no tenant asks for it, and is told by its name", () => {
    const keys = { acme: exampleKey(), left: "Zk3vQ9tLm2Xc8RbW5nYp7HdJ" };
    const found = collect([tenant("a", source)], { tenantKeys: JSON.stringify(keys) });
    expect(found.secrets).toEqual(expect.arrayContaining(Object.values(keys)));
    expect(found.unclaimedNames).toEqual(["left"]);
  });

  test("that a previous key is claimed by is no stranger", () => {
    const tenantKeys = JSON.stringify({ acme: exampleKey(), old: exampleKey() });
    const rotating = tenant("a", source, { kind: "secret", name: "old" });
    const { unclaimedNames, resolveKey } = collect([rotating], { tenantKeys });
    expect(unclaimedNames).toEqual([]);
    expect(resolveKey({ kind: "secret", name: "old" }, "previous key").kind).toBe("value");
    const missing = resolveKey({ kind: "secret", name: "older" }, "previous key");
    expect(missing.kind === "unavailable" && missing.finding.message).toMatch(/^The previous key/);
  });

  test.each(["a\\", 'a"b', "a\\\\", '\\"', "ä\n", "/"])("that is %j is read as it is", (value) => {
    const tenantKeys = JSON.stringify({ before: value, acme: value, behind: "x" });
    expect(resolved(source, { tenantKeys })).toBe(value);
  });

  test("in escapes is hidden as it is read", () => {
    const key = exampleKey();
    const spelled = Array.from(key, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const tenantKeys = `{"acme": "${spelled.join("")}"}`;
    expect(resolved(source, { tenantKeys })).toBe(key);
    expect(collect([], { tenantKeys }).secrets).toContain(key);
  });
});

test("a name without a key is the trouble of the one tenant that asks for it", () => {
  const key = exampleKey();
  const tenantKeys = JSON.stringify({ acme: null, other: key });
  expect(collect([], { tenantKeys }).error).toBeUndefined();
  expect(resolved({ kind: "secret", name: "other" }, { tenantKeys })).toBe(key);
  expect(resolved({ kind: "secret", name: "acme" }, { tenantKeys })).not.toBe(key);
});

describe("`tenant-keys` that cannot be used", () => {
  test.each<[string, (key: string) => string, RegExp]>([
    ["a key alone", (key) => key, /it is not valid JSON/],
    ["a list", (key) => JSON.stringify([key]), /it is no JSON object/],
    ["a text", (key) => JSON.stringify(key), /it is no JSON object/],
    ["an object cut short", (key) => `{"acme": "${key}", "b`, /it is not valid JSON/],
    ["quotes that are none", (key) => `{'acme': '${key}'}`, /it is not valid JSON/],
    ["a comma too many", (key) => `{"acme": "${key}",}`, /it is not valid JSON/],
    ["YAML", (key) => `acme: ${key}\nglobex: x`, /it is not valid JSON/],
    ["an object in it", (key) => `{"x": "y", "acme": {"key": "${key}"}}`, /entry 2 .* is no text/],
    ["a number in it", (key) => `{"acme": 1, "b": "${key}"}`, /entry 1 .* is no text/],
    ["a name twice", (key) => `{"a": "${key}", "b": "x", "a": "y"}`, /entry 3 .* would be lost/],
    ["a name twice, escaped", (key) => `{"a": "${key}", "\\u0061": "y"}`, /entry 2 .* would be/],
  ])("%s is one error that shows nothing, and all of it is hidden", (_, write_, message) => {
    for (const key of [exampleKey(), "Zk3vQ9tLm2Xc8RbW5nYp7HdJ"]) {
      const source: KeySource = { kind: "secret", name: "acme" };
      const found = collect([tenant("a", source)], { tenantKeys: write_(key) });
      expect(found.error?.code).toBe("CONFIG_INVALID");
      expect(found.error?.message).toMatch(message);
      expect(JSON.stringify([found.error?.message, found.error?.hint])).not.toContain(
        key.slice(-4),
      );
      expect(found.secrets.some((secret) => secret === key)).toBe(true);
      expect(found.unclaimedNames).toEqual([]);
      expect(found.resolveKey(source).kind).toBe("unavailable");
    }
  });

  test("does not hide the words of the message", () => {
    const { secrets } = collect([], { tenantKeys: `{"a": "b", "name": ` });
    for (const word of ["a", "b", "name", "{"]) expect(secrets).not.toContain(word);
  });
});

describe("a key in a file", () => {
  test.each<[string, string, string]>([
    ["of one line", "KEY", "KEY"],
    ["with a line break at the end", "KEY\n", "KEY"],
    ["as Windows ends lines", "KEY\r\n", "KEY"],
    ["with a line too many", "KEY\n\n", "KEY\n"],
    ["with a space at the end", "KEY ", "KEY "],
  ])("%s is what is stored, but for the end of the last line", (_, text, stored) => {
    const key = exampleKey();
    write(temporary, "acme", text.replace("KEY", key));
    const found = resolved({ kind: "file", path: "$RUNNER_TEMP/acme" });
    expect(found).toBe(stored.replace("KEY", key));
  });

  test.each<[string, () => string]>([
    ["from the root of the checkout", () => "keys/acme"],
    ["from a folder that is named here", () => "./keys/acme"],
    ["below the runner's folder", () => "$RUNNER_TEMP/keys/acme"],
    ["below it, in braces", () => "${RUNNER_TEMP}/keys/acme"],
    ["below it, by its own path", () => path.join(temporary, "keys/acme")],
  ])("is found %s", (_, file) => {
    const key = exampleKey();
    for (const folder of [workspace, temporary]) write(folder, "keys/acme", key);
    expect(resolved({ kind: "file", path: file() })).toBe(key);
  });

  test.each<[string, () => string]>([
    ["beside both folders", () => path.join(root, "acme")],
    ["in the checkout, by its own path", () => path.join(workspace, "acme")],
    ["that is the system's", () => "/etc/passwd"],
    ["above the runner's folder", () => "$RUNNER_TEMP/../acme"],
    ["above the checkout", () => "../acme"],
    ["that is the runner's folder itself", () => temporary],
    ["in a folder whose name begins alike", () => `${temporary}-not/acme`],
  ])("%s is not read", (_, file) => {
    const key = exampleKey();
    for (const folder of [root, workspace, `${temporary}-not`]) write(folder, "acme", key);
    expect(resolved({ kind: "file", path: file() })).toMatch(/lies neither in the checkout nor/);
    expect(opened).toEqual([]);
  });

  test.skipIf(isWindows).each<[string, string, string, boolean]>([
    ["a link out of the checkout", "acme", "../acme", false],
    ["a link to a file beside it", "acme", "keys/acme", true],
    ["a folder that is a link out", "out/acme", "..", false],
    ["a folder that is a link within", "in/acme", "keys", true],
  ])("behind %s is read only if it lies within", (_, file, target, isRead) => {
    const key = exampleKey();
    write(root, "acme", key);
    write(workspace, "keys/acme", key);
    symlinkSync(target, path.join(workspace, file.split("/")[0] ?? ""));
    const found = resolved({ kind: "file", path: file });
    if (isRead) expect(found).toBe(key);
    else expect(found).toMatch(/lies neither/);
  });

  test.skipIf(isWindows)("that is a pipe makes nobody wait", () => {
    execFileSync("mkfifo", [path.join(workspace, "acme")]);
    expect(resolved({ kind: "file", path: "acme" })).toMatch(/`acme` is no regular file/);
  });

  test.each<[string, RegExp]>([
    ["folder", /`folder` is no regular file|is not there, or may not be read/],
    ["nowhere", /the file `nowhere` is not there, or may not be read/],
    ["empty", /the file `empty` is empty/],
    ["large", /the file `large` is larger than 4 MB/],
  ])("named %s is none", (file, message) => {
    mkdirSync(path.join(workspace, "folder"));
    write(workspace, "empty", "\n");
    write(workspace, "large", "x".repeat(4 * 1024 * 1024 + 1));
    expect(resolved({ kind: "file", path: file })).toMatch(message);
  });

  test("of exactly the greatest length is read", () => {
    const text = "x".repeat(4 * 1024 * 1024);
    write(workspace, "large", text);
    expect(resolved({ kind: "file", path: "large" })).toHaveLength(text.length);
  });

  test.each([
    ["GITHUB_WORKSPACE", "acme"],
    ["RUNNER_TEMP", "$RUNNER_TEMP/acme"],
    ["RUNNER_TEMP", "/acme"],
  ])("is not looked for where %s is not set", (name, file) => {
    const message = resolved({ kind: "file", path: file }, { env: { [name]: "" } });
    expect(message).toContain(`lies below ${name}, which is not set`);
  });

  test("may grow while it is read, but not without end", () => {
    const ports: FilePorts = {
      realPath: (file) => file,
      read: () => ({ kind: "too-large" }),
    };
    const source: KeySource = { kind: "file", path: "acme" };
    const found = collectTenantSecrets([tenant("a", source)], { ...places(), ports });
    expect(found.resolveKey(source).kind).toBe("unavailable");
  });
});

describe("many keys in a file", () => {
  const named = (name: string): KeySource => ({ kind: "file", path: "$RUNNER_TEMP/k.json", name });

  test("are read once, told apart, and all hidden", () => {
    const left = "Zk3vQ9tLm2Xc8RbW5nYp7HdJ";
    const keys = { acme: exampleKey(), globex: exampleKey(), left };
    write(temporary, "k.json", JSON.stringify(keys));
    const found = collect([tenant("a", named("acme")), tenant("b", named("globex"))]);
    expect(found.resolveKey(named("acme"))).toEqual({ kind: "value", value: keys.acme });
    expect(found.resolveKey(named("globex"))).toEqual({ kind: "value", value: keys.globex });
    expect(found.secrets).toEqual(expect.arrayContaining(Object.values(keys)));
    expect(found.unclaimedNames).toEqual(["left"]);
    expect(opened).toEqual(["k.json"]);
  });

  test("that cannot be read are each tenant's own trouble, and hidden all the same", () => {
    const key = exampleKey();
    write(temporary, "k.json", `{"acme": "${key}"`);
    const found = collect([tenant("a", named("acme")), tenant("b", { kind: "env", name: "B" })], {
      env: { B: exampleKey() },
    });
    expect(found.error).toBeUndefined();
    expect(found.secrets).toContain(key);
    expect(found.resolveKey({ kind: "env", name: "B" }).kind).toBe("value");
    const broken = found.resolveKey(named("acme"));
    expect(broken.kind === "unavailable" && broken.finding.message).toMatch(
      /the file `\$RUNNER_TEMP\/k.json` is of no use, since it is not valid JSON, so nothing/,
    );
    expect(JSON.stringify(broken)).not.toContain(key.slice(-4));
  });

  test("are missed by name", () => {
    write(temporary, "k.json", "{}");
    expect(resolved(named("acme"))).toMatch(/`\$RUNNER_TEMP\/k.json` has nothing under the name/);
  });

  test("may be one tenant's key as a whole, whatever that is good for", () => {
    const text = JSON.stringify({ acme: exampleKey() });
    write(temporary, "k.json", text);
    const whole: KeySource = { kind: "file", path: "$RUNNER_TEMP/k.json" };
    const found = collect([tenant("a", named("acme")), tenant("b", whole)]);
    expect(found.resolveKey(whole)).toEqual({ kind: "value", value: text });
    expect(found.secrets).toContain(text);
  });
});

describe.skipIf(isWindows)("the mode of a file of keys", () => {
  test.each<[string, number, string, string | undefined]>([
    ["checkout", 0o600, "acme", undefined],
    ["checkout", 0o400, "acme", undefined],
    ["checkout", 0o611, "acme", undefined],
    ["checkout", 0o640, "acme", "error 0640"],
    ["checkout", 0o604, "acme", "error 0604"],
    ["checkout", 0o644, "acme", "error 0644"],
    ["runner's folder", 0o600, "$RUNNER_TEMP/acme", undefined],
    ["runner's folder", 0o644, "$RUNNER_TEMP/acme", "warning 0644"],
  ])("in the %s, %o", (_, mode, file, told) => {
    for (const folder of [workspace, temporary]) write(folder, "acme", exampleKey(), mode);
    const { findings } = collect([tenant("a", { kind: "file", path: file })]);
    const said = findings.map(({ severity, values }) => `${severity} ${values["mode"] ?? ""}`);
    expect(said).toEqual(told === undefined ? [] : [told]);
  });

  test("is told once for all tenants whose keys are in it", () => {
    write(workspace, "k.json", JSON.stringify({ a: exampleKey(), b: exampleKey() }), 0o644);
    const tenants = ["a", "b"].map((id) => tenant(id, { kind: "file", path: "k.json", name: id }));
    expect(collect(tenants).findings).toHaveLength(1);
  });

  test("means nothing on Windows", () => {
    write(workspace, "acme", exampleKey(), 0o644);
    const tenants = [tenant("a", { kind: "file", path: "acme" })];
    expect(collect(tenants, { platform: "win32" }).findings).toEqual([]);
  });
});

describe("the file of the manifest", () => {
  const limits = { warnBeforeDays: 30, failBeforeDays: 0 };
  const load = (file: string): readonly Tenant[] => readManifestFile(file, limits, places());

  test("is read", () => {
    write(
      workspace,
      "tenants.yml",
      "version: 1\ntenants:\n  - { id: a, key: { env: A } }\n",
      0o644,
    );
    expect(load("tenants.yml").map(({ id }) => id)).toEqual(["a"]);
  });

  test.each([
    ["nowhere.yml", /^The file that `tenants` names is not there, or may not be read\.$/],
    ["../tenants.yml", /^The file that `tenants` names lies neither in the checkout/],
    ["large.yml", /^The file that `tenants` names is larger than 16 MB\.$/],
  ])("%s is not", (file, message) => {
    write(root, "tenants.yml", "version: 1\ntenants: []\n");
    write(workspace, "large.yml", "#".repeat(16 * 1024 * 1024 + 1));
    expect(() => load(file)).toThrow(message);
  });

  test.each([
    [1, undefined],
    [50, undefined],
    [51, "- And 1 more problem."],
    [500, "- And 450 more problems."],
  ])("with %i problems names at most fifty", (count, rest) => {
    const tenants = Array.from({ length: count }, (_, index) => `  - { id: t${index} }\n`);
    write(workspace, "tenants.yml", `version: 1\ntenants:\n${tenants.join("")}`);
    let message = "";
    try {
      load("tenants.yml");
    } catch (error) {
      message = String(error);
    }
    const lines = message.split("\n").slice(1);
    expect(lines[0]).toBe("- 3:5 a tenant must have `key`.");
    expect(lines.filter((line) => /^- \d+:\d+ /.test(line))).toHaveLength(Math.min(count, 50));
    expect(lines.at(-1)).toBe(rest ?? lines.at(count - 1));
  });
});
