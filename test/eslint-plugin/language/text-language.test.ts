import js from "@eslint/js";
import { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import fc from "fast-check";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../../eslint-plugin/index.ts";
import { arbitraryDebris } from "../../support/arbitrary-keys.ts";
import { exampleKey } from "../../support/keys.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { lintText, pointedAt } from "./lint-text.ts";

const KEY = exampleKey();
const RULE = "no-hardcoded-key";

function check(text: string, path = "a.yml"): readonly string[] {
  return pointedAt(text, lintText(text, { path, rule: RULE }));
}

describe("the preset for files that are no scripts", () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.files],
  });

  test.each([
    ".env",
    ".env.local",
    "web/.env.production.local",
    "staging.env",
    ".envrc",
    ".dev.vars",
    ".github/workflows/deploy.yml",
    "compose.yaml",
    "app.json",
    "tsconfig.jsonc",
    "netlify.toml",
    "gradle.properties",
    "terraform.tfvars",
    "deploy.sh",
    "deploy.ps1",
    "requests.http",
    "public/index.html",
    "README.md",
    "notes.txt",
    "Dockerfile",
    "docker/Dockerfile.web",
    "web.dockerfile",
    "Makefile",
    ".npmrc",
  ])("is for %s", async (path) => {
    const [result] = await eslint.lintText(`A ${KEY}\n`, { filePath: path, warnIgnored: true });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(["pleo/no-hardcoded-key"]);
  });

  test.each([
    "logo.png",
    "a.css",
    "environment.txt.gz",
    "package-lock.json",
    "web/package-lock.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "main.py",
  ])("is not for %s", async (path) => {
    const [result] = await eslint.lintText(`A ${KEY}\n`, { filePath: path, warnIgnored: true });
    expect(result?.messages.filter(({ ruleId }) => ruleId !== null)).toEqual([]);
  });

  test("leaves scripts to the other presets", async () => {
    const both = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, plugin.configs.files],
    });
    const script = `const a = "pls_" + "${KEY.slice(4)}";`;
    const [result] = await both.lintText(script, { filePath: "a.js" });
    expect(result?.messages.map(({ messageId }) => messageId)).toEqual(["composed"]);
  });

  test.each(["pleo", "renamed"])("works where the plugin is called %s", async (name) => {
    const config = defineConfig({ plugins: { [name]: plugin }, extends: [`${name}/files`] });
    const renamed = new ESLint({ overrideConfigFile: true, overrideConfig: config });
    const text = `A=${KEY}\nB=${KEY} # eslint-disable-line ${name}/no-hardcoded-key\n`;
    const [result] = await renamed.lintText(text, { filePath: ".env" });
    expect(result?.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      [`${name}/no-hardcoded-key`, 1],
    ]);
  });

  test("gets on with rules for scripts that are on for every file", async () => {
    const unscoped = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        js.configs.all,
        ...(tseslint.configs.strictTypeChecked as Linter.Config[]),
        ...(tseslint.configs.stylisticTypeChecked as Linter.Config[]),
        plugin.configs.files,
      ],
    });
    const [result] = await unscoped.lintText(`A=${KEY}\n`, { filePath: ".env" });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(["pleo/no-hardcoded-key"]);
  });

  test("shows itself in a printed configuration", async () => {
    const config = (await eslint.calculateConfigForFile(".env")) as {
      readonly toJSON: () => unknown;
    };
    expect(config.toJSON()).toMatchObject({ language: "pleo/text" });
  });
});

describe("in a text, a key is reported exactly where it stands", () => {
  test.each([
    ["at the very beginning", KEY],
    ["in a file of variables", `A=1\nPLEO_API_KEY=${KEY}\n`],
    ["between quotes", `key: "${KEY}"`],
    ["on a later line of Windows", `a: 1\r\nb: 2\r\nkey: ${KEY}\r\n`],
    ["on a later line of old machines", `a: 1\rkey: ${KEY}\r`],
    ["after a byte order mark", `\uFEFFkey: ${KEY}`],
    ["after a byte order mark, on a later line", `\uFEFFa: 1\nkey: ${KEY}`],
    ["after wide characters", `\u{1F511} \u00e9\u2028 key: ${KEY}`],
    ["in a long line", `${"a ".repeat(300_000)}${KEY} ${"b ".repeat(300_000)}`],
    ["in a comment", `# ${KEY}`],
  ])("%s", (_where, text) => {
    expect(check(text)).toEqual([KEY]);
  });

  test("line, column and both ends", () => {
    expect(lintText(`\uFEFFa: 1\r\nkey: "${KEY}"`, { path: "a.yml", rule: RULE })).toMatchObject([
      { messageId: "written", line: 2, column: 7, endLine: 2, endColumn: 7 + KEY.length },
    ]);
  });

  test.each(Object.entries(SPELLERS))("spelled %s", (_name, spell) => {
    expect(check(`a: ${spell(KEY)}`)).toHaveLength(1);
  });

  test("every time, from the first to the last", () => {
    const text = `${KEY}\n${KEY} ${KEY}\n`;
    expect(check(text)).toEqual([KEY, KEY, KEY]);
  });

  test.each([
    ["nothing", ""],
    ["a reference", "key: ${{ secrets.PLEO_API_KEY }}"],
    ["a placeholder", "key: pls_your-api-key"],
    ["a made-up key", `key: pls_${"0".repeat(32)}_${"0".repeat(6)}`],
    ["a key in a longer word", `key: x${KEY}`],
    ["only a byte order mark", "\uFEFF"],
  ])("but not: %s", (_what, text) => {
    expect(check(text)).toEqual([]);
  });

  test.each([
    [".env", "stored"],
    ["web/.env.local", "stored"],
    ["staging.env", "stored"],
    [".envrc", "stored"],
    [".dev.vars", "stored"],
    ["environment.yml", "written"],
    ["a.env.md", "written"],
  ])("in %s, with what to do about such a file", (path, messageId) => {
    expect(lintText(KEY, { path, rule: RULE })).toMatchObject([{ messageId }]);
  });

  test("whatever else the text holds", () => {
    fc.assert(
      fc.property(arbitraryDebris(), arbitraryDebris(), (before, after) => {
        const messages = lintText(`${before}\n ${KEY} \n${after}`, { path: "a.txt", rule: RULE });
        expect(messages.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("a comment turns it off", () => {
  const off = "eslint-disable-next-line pleo/no-hardcoded-key";

  test.each([
    [".env", `# ${off} -- a deleted key\nA=${KEY}`],
    [".env", `A=${KEY} # eslint-disable-line pleo/no-hardcoded-key`],
    [".env", `# eslint-disable-next-line\nA=${KEY}`],
    ["a.yml", `a:\r\n  # ${off}\r\n  b: ${KEY}\r\n`],
    ["a.html", `<!-- ${off} -- a deleted key -->\n<p>${KEY}</p>`],
    ["a.html", `<p>${KEY}</p> <!-- eslint-disable-line pleo/no-hardcoded-key -->`],
    ["a.jsonc", `{\n  // ${off}\n  "a": "${KEY}"\n}`],
    ["a.jsonc", `{\n  /* ${off} */\n  "a": "${KEY}"\n}`],
    ["a.md", "```js\n// " + off + "\nf('" + KEY + "');\n```"],
    ["a.md", `<!-- eslint-disable pleo/no-hardcoded-key -->\n${KEY}\n${KEY}`],
    ["a.sql", `-- ${off}\nselect '${KEY}'`],
    [".env", `# eslint-disable-next-line other/rule, pleo/no-hardcoded-key\nA=${KEY}`],
  ])("in %s: %j", (path, text) => {
    expect(lintText(text, { path })).toEqual([]);
  });

  test.each([
    ["the line after the next", `# ${off}\n\nA=${KEY}`],
    ["another rule", `# eslint-disable-next-line pleo/no-key-in-public-env\nA=${KEY}`],
    ["what was turned on again", `# eslint-disable\n# eslint-enable\nA=${KEY}`],
  ])("but not for %s", (_what, text) => {
    const messages = lintText(text, { path: ".env" }).filter(({ ruleId }) => ruleId !== null);
    expect(messages).toHaveLength(1);
  });

  test("and is not misled by samples in documents", () => {
    const text = `\`\`\`js\n/* eslint-disable */\n// eslint-disable-next-line other/rule\n\`\`\`\n${KEY}`;
    expect(pointedAt(text, lintText(text, { path: "README.md" }))).toEqual([KEY]);
  });

  const report: Linter.Config = { linterOptions: { reportUnusedDisableDirectives: "error" } };

  test("and can be found useless, with a fix that takes it away", () => {
    const text = `A=1 # eslint-disable-line pleo/no-hardcoded-key -- why\nB=2\n`;
    const [message, ...others] = lintText(text, { path: ".env", more: report });
    expect(others).toEqual([]);
    expect(message).toMatchObject({ ruleId: null, line: 1, column: 5 });
    const { range, text: put } = message?.fix ?? { range: [0, 0], text: "?" };
    expect(text.slice(0, range[0]) + put + text.slice(range[1])).toBe("A=1  \nB=2\n");
  });

  test.each([
    ["# eslint-disable-line pleo/no-hardcoded-key, pleo/no-key-in-public-env", `A=${KEY} `],
    ["# eslint-disable-line other/a, pleo/no-key-in-public-env, other/b", `A=1 `],
  ])("and can be found useless in part: %s", (comment, before) => {
    const text = `${before}${comment}`;
    const messages = lintText(text, { path: ".env", more: report });
    expect(messages).toMatchObject([{ ruleId: null }]);
    const { range, text: put } = messages[0]?.fix ?? { range: [0, 0], text: "?" };
    const fixed = text.slice(0, range[0]) + put + text.slice(range[1]);
    expect(fixed).not.toContain("no-key-in-public-env");
    expect(fixed.replace(/[ ,]/g, "")).toBe(
      text.replace("pleo/no-key-in-public-env", "").replace(/[ ,]/g, ""),
    );
  });

  test("and is said to have no effect where the project allows none", () => {
    const noInline: Linter.Config = { linterOptions: { noInlineConfig: true } };
    const text = `A=${KEY} # eslint-disable-line pleo/no-hardcoded-key`;
    const ids = lintText(text, { path: ".env", more: noInline }).map(({ ruleId }) => ruleId);
    expect(ids.toSorted()).toEqual([null, "pleo/no-hardcoded-key"].toSorted());
  });
});

describe("where another plugin reads the file", () => {
  type Language = NonNullable<ESLint.Plugin["languages"]>[string];

  /** As plugins for JSON, Markdown and styles do: a tree with a root of another name, columns from one. */
  function languageWith(root: object, more: object = {}): Language {
    return {
      fileType: "text",
      lineStart: 1,
      columnStart: 1,
      nodeTypeKey: "type",
      validateLanguageOptions: () => undefined,
      parse: ({ body }) => ({ ok: true, ast: root, text: body }),
      createSourceCode: (_file, { text }) =>
        ({
          text: text as string,
          ast: root,
          getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
          getRange: () => [0, 0],
          traverse: () => {
            const inner = { type: "Inner" };
            const steps = [1, 2].map((phase) => ({ kind: 1, phase, target: inner, args: [inner] }));
            return [
              { kind: 1, phase: 1, target: root, args: [root] },
              ...steps,
              { kind: 1, phase: 2, target: root, args: [root] },
            ];
          },
          ...more,
        }) as unknown as ReturnType<Language["createSourceCode"]>,
    };
  }

  test.each(["Document", "StyleSheet", "root"])("the rules work under the root %s", (type) => {
    const other: ESLint.Plugin = { languages: { data: languageWith({ type }) } };
    const config: Linter.Config[] = [
      plugin.configs.files,
      { files: ["**/*.json"], plugins: { other }, language: "other/data" },
    ];
    const text = `{\n"VITE_PLEO_API_KEY": "${KEY}" }`;
    const messages = new Linter().verify(text, config, { filename: "a.json" });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([
      "pleo/no-key-in-public-env",
      "pleo/no-hardcoded-key",
    ]);
    expect(pointedAt(text, messages)).toEqual(["VITE_PLEO_API_KEY", KEY]);
  });

  test("the rules work on a tree that only looks like a script's", () => {
    const parser = {
      parse: () => ({
        type: "Program",
        body: [],
        tokens: [],
        comments: [],
        range: [0, 0],
        loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
      }),
    };
    const config: Linter.Config[] = [
      {
        files: ["**/*.yml"],
        languageOptions: { parser: parser },
        plugins: { pleo: plugin },
        rules: { "pleo/no-key-in-public-env": "error", "pleo/no-hardcoded-key": "error" },
      },
    ];
    const text = `VITE_PLEO_API_KEY: "${KEY}"`;
    const messages = new Linter().verify(text, config, { filename: "a.yml" });
    expect(pointedAt(text, messages)).toEqual(["VITE_PLEO_API_KEY", KEY]);
  });
});

test("no text makes the preset throw", () => {
  const token = fc.constantFrom(
    ..."\n \r\t\"'`{}[]:=,#/*-<>$%&!\\|_.".split(""),
    "VITE_PLEO_API_KEY",
    "PUBLIC_PLEO_TOKEN",
    "# eslint-disable-line ",
    "<!-- eslint-disable ",
    "pleo/no-hardcoded-key",
    " -- ",
    "--define:",
    '"extra"',
    "name: ",
    "value",
    "ENV ",
    "\uFEFF",
    "\u{1F511}",
    KEY,
  );
  const path = fc.constantFrom(".env", "a.yml", "app.json", "a.html", "a.md", "Dockerfile", "a.sh");
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), path, (tokens, file) => {
      const text = tokens.join("");
      for (const { line, column, endLine = 0 } of lintText(text, { path: file })) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(endLine).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
      }
    }),
    { numRuns: 500 },
  );
});
