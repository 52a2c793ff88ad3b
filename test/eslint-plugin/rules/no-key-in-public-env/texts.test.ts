import { describe, expect, test } from "vitest";
import { growthOf } from "../../../support/cpu-time.ts";
import { exampleKey } from "../../../support/keys.ts";
import { lintText, pointedAt } from "../../language/lint-text.ts";

const RULE = "no-key-in-public-env";
const KEY = exampleKey();

function check(text: string, path: string): readonly string[] {
  return pointedAt(text, lintText(text, { path, rule: RULE }));
}

describe("in a file that is no script", () => {
  test("the key itself is reported, once", () => {
    expect(check(`VITE_PLEO_API_KEY=${KEY}`, ".env")).toEqual(["VITE_PLEO_API_KEY"]);
  });

  test.each([
    [".env", "VITE_PLEO_API_KEY = abc-1-def"],
    [".env.local", "export VITE_PLEO_API_KEY='abc-1-def'"],
    [".env.production", "VITE_PLEO_API_KEY=${PLEO_API_KEY}"],
    [".env", 'VITE_PLEO_API_KEY="${PLEO_API_KEY}" # for the browser'],
    ["netlify.toml", '[build.environment]\n  VITE_PLEO_API_KEY = "op://vault/pleo/key"'],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ${{ secrets.VITE_PLEO_API_KEY }}"],
    ["deploy.yml", "env: { CI: 1, VITE_PLEO_API_KEY: abc-1-def }"],
    ["deploy.yml", 'env:\n  "VITE_PLEO_API_KEY": "abc-1-def"'],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: |\n    abc-1-def"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY:\n    from_secret: pleo"],
    ["deploy.yml", "run: VITE_PLEO_API_KEY=$PLEO_API_KEY npm run build"],
    ["deploy.yml", 'run: echo "VITE_PLEO_API_KEY=$PLEO_API_KEY" >> .env'],
    ["compose.yml", "environment:\n  - VITE_PLEO_API_KEY=${PLEO_API_KEY}"],
    ["compose.yml", "environment:\n  - VITE_PLEO_API_KEY\n  - CI"],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    value: abc-1-def"],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    valueFrom:\n      secretKeyRef: {}"],
    ["render.yaml", "envVars:\n  - key: VITE_PLEO_API_KEY\n    sync: false"],
    ["task.json", '{ "name": "VITE_PLEO_API_KEY", "value": "abc-1-def" }'],
    ["vercel.json", '{ "env": { "VITE_PLEO_API_KEY": "@pleo" } }'],
    [".gitlab-ci.yml", "variables:\n  VITE_PLEO_API_KEY:\n    value: abc-1-def"],
    ["deploy.yml", "environment:\n  VITE_PLEO_API_KEY: { from_secret: pleo }"],
    ["main.tf", 'env = { key = "VITE_PLEO_API_KEY", value = var.pleo_api_key }'],
    ["main.tf", "env = {\n  VITE_PLEO_API_KEY = var.pleo_api_key\n}"],
    ["Jenkinsfile", "environment { VITE_PLEO_API_KEY = credentials('pleo') }"],
    ["deploy.yml", "build-args: |\n  VITE_PLEO_API_KEY=${{ secrets.PLEO_API_KEY }}"],
    ["cloudbuild.yaml", "args: ['build', '--build-arg=VITE_PLEO_API_KEY=$_PLEO', '.']"],
    ["package.json", '{ "build": "VITE_PLEO_API_KEY=$PLEO_API_KEY vite build" }'],
    ["package.json", '{ "build": "cross-env CI=1 VITE_PLEO_API_KEY=\\"abc-1-def\\" vite build" }'],
    ["Dockerfile", "FROM node\nARG VITE_PLEO_API_KEY"],
    ["Dockerfile", 'ARG VITE_PLEO_API_KEY=""'],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY=$PLEO_API_KEY"],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY abc-1-def"],
    ["web.dockerfile", "ENV CI=1 VITE_PLEO_API_KEY=abc-1-def"],
    ["build.sh", "export VITE_PLEO_API_KEY=$(op read op://vault/pleo)"],
    ["build.sh", "docker build --build-arg VITE_PLEO_API_KEY=$PLEO_API_KEY ."],
    ["build.sh", "docker build --build-arg VITE_PLEO_API_KEY ."],
    ["build.sh", "docker run -e VITE_PLEO_API_KEY=abc-1-def web"],
    ["build.sh", "vercel env add VITE_PLEO_API_KEY production"],
    ["build.ps1", '$env:VITE_PLEO_API_KEY = "abc-1-def"'],
    ["build.bat", "set VITE_PLEO_API_KEY=abc-1-def"],
    ["Makefile", "VITE_PLEO_API_KEY := $(PLEO_API_KEY)"],
    ["index.html", '<meta name="key" content="%VITE_PLEO_API_KEY%">'],
    [
      "index.html",
      "<script>window.key = '<%= htmlWebpackPlugin.options.VITE_PLEO_API_KEY %>';</script>",
    ],
    ["index.html", "<script>window.env = { VITE_PLEO_API_KEY: 'abc-1-def' };</script>"],
    ["index.html", "<script type=module>f(import.meta.env.VITE_PLEO_API_KEY)</script>"],
  ])("is reported, once: %s: %s", (path, text) => {
    expect(check(text, path)).toEqual(["VITE_PLEO_API_KEY"]);
  });

  test.each([
    [".env", "PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_PLEO_API_KEY="],
    [".env", "VITE_PLEO_API_KEY=\nVITE_OTHER=abc-1-def"],
    [".env", 'VITE_PLEO_API_KEY=""'],
    [".env", "VITE_PLEO_API_KEY= # fill in"],
    [".env.example", "VITE_PLEO_API_KEY=your-api-key"],
    [".env.example", "VITE_PLEO_API_KEY=<your key>"],
    [".env.example", "VITE_PLEO_API_KEY=pls_xxxxxxxx"],
    [".env", "# VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "OTHER=1 # VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_PLEO_API_URL=https://external.pleo.io"],
    [".env", "VITE_PLEO_API_KEY_ID=abc-1-def"],
    [".env", "MY_VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_EMPLEO_API_KEY=abc-1-def"],
    ["deploy.yml", "env:\n  PLEO_API_KEY: ${{ secrets.VITE_PLEO_API_KEY }}"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY:\n  CI: 1"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ''"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: null"],
    ["deploy.yml", 'run: echo "VITE_PLEO_API_KEY: missing"'],
    ["deploy.yml", "run: test -z $VITE_PLEO_API_KEY"],
    ["deploy.yml", "run: grep -q 'VITE_PLEO_API_KEY=' .env"],
    ["deploy.yml", "description: Never set VITE_PLEO_API_KEY."],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    value: ''"],
    ["pod.yaml", "metadata:\n  name: VITE_PLEO_API_KEY\n  labels: {}"],
    ["app.json", '{ "env": { "VITE_PLEO_API_KEY": { "description": "Never set." } } }'],
    ["action.yml", "inputs:\n  VITE_PLEO_API_KEY:\n    description: Never set."],
    ["hints.yml", "VITE_PLEO_API_KEY: It would be public."],
    ["turbo.json", '{ "globalEnv": ["VITE_PLEO_API_KEY"] }'],
    ["vercel.json", '{ "env": { "VITE_PLEO_API_KEY": "" } }'],
    ["build.sh", "unset VITE_PLEO_API_KEY"],
    ["build.sh", 'test "$VITE_PLEO_API_KEY" = "abc-1-def"'],
    ["build.sh", "test $VITE_PLEO_API_KEY = abc-1-def"],
    ["deploy.yml", "run: test $VITE_PLEO_API_KEY = abc-1-def"],
    ["build.sh", 'if [ -n "${VITE_PLEO_API_KEY}" ]; then exit 1; fi'],
    ["build.sh", "[[ VITE_PLEO_API_KEY == $name ]]"],
    ["build.sh", "VITE_PLEO_API_KEY= npm run build"],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY="],
    ["Dockerfile", "RUN echo $VITE_PLEO_API_KEY"],
    ["README.md", "Set `VITE_PLEO_API_KEY=abc-1-def`, which is wrong."],
    ["index.html", "<p>VITE_PLEO_API_KEY is wrong.</p>"],
    ["index.html", "<!-- %VITE_PLEO_API_KEY% -->"],
  ])("is not reported: %s: %s", (path, text) => {
    expect(check(text, path)).toEqual([]);
  });

  test.each([
    [
      "package.json",
      '{ "build": "esbuild --define:process.env.PLEO_API_KEY=\\"$PLEO_API_KEY\\" a.ts" }',
      1,
    ],
    ["build.sh", "bun build --define PLEO_API_KEY='\"x-1\"' a.ts", 1],
    ["build.sh", "esbuild --define:process.env.PLEO_API_KEY=undefined a.ts", 0],
    ["build.sh", "esbuild --define:process.env.PLEO_HOST=$PLEO_HOST a.ts", 0],
    ["app.json", '{ "expo": { "extra": { "pleoApiKey": "abc-1-def" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "pleo": { "apiKey": "abc-1-def" } } } }', 1],
    ["app.json", '{ "expo": { "extra": { "eas": [{}], "pleoApiKey": "$PLEO_API_KEY" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "EXPO_PUBLIC_PLEO_API_KEY": "abc-1-def" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "pleoApiKey": "" } } }', 0],
    ["app.json", '{ "expo": { "extra": { "pleoHost": "abc" } } }', 0],
    ["app.json", '{ "expo": { "extra": {} , "pleoApiKey": "abc-1-def" } }', 0],
    ["other.json", '{ "extra": { "pleoApiKey": "abc-1-def" } }', 0],
  ])("is judged by its place: %s: %s", (path, text, count) => {
    expect(check(text, path)).toHaveLength(count);
  });

  test("can be renamed, with nothing else changed", () => {
    const [message] = lintText("A=1\nVITE_PLEO_API_KEY=${PLEO}\n", { path: ".env", rule: RULE });
    expect(message?.suggestions?.map(({ fix }) => fix)).toEqual([
      { range: [4, 21], text: "PLEO_API_KEY" },
    ]);
  });

  test("is read in time that grows with its length only", () => {
    const lines = (count: number) => {
      const text = "VITE_PLEO_API_KEY=${X} ".repeat(count);
      return () => {
        expect(lintText(text, { path: ".env", rule: RULE })).toHaveLength(count);
      };
    };
    // A square would be 16.
    expect(growthOf(lines, 1_250, 5_000)).toBeLessThan(8);
    for (const open of ["[", '\\"']) {
      const opened = (count: number) => {
        const text = `{"extra":{"pleo":${open.repeat(count)}`;
        return () => {
          expect(lintText(text, { path: "app.json", rule: RULE })).toEqual([]);
        };
      };
      expect(growthOf(opened, 20_000, 80_000)).toBeLessThan(8);
    }
  });
});

test("no message and no suggestion shows anything of a key", () => {
  const [message] = lintText(`VITE_PLEO_API_KEY=${KEY}`, { path: ".env", rule: RULE });
  expect(message).toBeDefined();
  const shown = JSON.stringify(message);
  for (let at = 0; at + 4 <= KEY.length; at++) expect(shown).not.toContain(KEY.slice(at, at + 4));
});
