import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFileGlob, pathFrom } from "../../eslint-plugin/file-glob.ts";
import { cpuTimeOf } from "../support/cpu-time.ts";

describe("a pattern", () => {
  test.each([
    ["src/app.ts", "src/app.ts", true],
    ["src/app.ts", "src/app.tsx", false],
    ["src/app.ts", "asrc/app.ts", false],
    ["*.ts", "app.ts", true],
    ["*.ts", ".ts", true],
    ["*.ts", "src/app.ts", false],
    ["src/*", "src/app.ts", true],
    ["src/*", "src/", true],
    ["src/*", "src/lib/app.ts", false],
    ["src/**", "src/lib/app.ts", true],
    ["src/**", "src", false],
    ["src/**", "srcs/app.ts", false],
    ["**", "src/lib/app.ts", true],
    ["**/*", "app.ts", true],
    ["**/app.ts", "app.ts", true],
    ["**/app.ts", "src/lib/app.ts", true],
    ["**/app.ts", "src/my-app.ts", false],
    ["src/**/app.ts", "src/app.ts", true],
    ["src/**/app.ts", "src/a/b/app.ts", true],
    ["src/**/app.ts", "src/aapp.ts", false],
    ["src/**app.ts", "src/lib/my-app.ts", true],
    ["src/***/app.ts", "src/lib/app.ts", true],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["a?c", "a/c", false],
    ["a?c", "a\u{1F511}c", true],
    ["*.{ts,tsx}", "app.tsx", true],
    ["*.{ts,tsx}", "app.t", false],
    ["*.{ts,tsx}", "app.js", false],
    ["*.{js,{ts,mts}}", "app.mts", true],
    ["*.{js,{ts,mts}}x", "app.jsx", true],
    ["app{,.client}.ts", "app.ts", true],
    ["app{,.client}.ts", "app.client.ts", true],
    ["{src/**,*.ts}", "src/a/b", true],
    ["{src,lib}/**/{a,b}.ts", "lib/x/b.ts", true],
    ["{src,lib}/**/{a,b}.ts", "lib/x/c.ts", false],
    ["{**/a,b}.ts", "x/a.ts", true],
    ["app/[id]/(group)/page.tsx", "app/[id]/(group)/page.tsx", true],
    ["app/[id]/page.tsx", "app/i/page.tsx", false],
    ["a{b", "a{b", true],
    ["a}b", "a}b", true],
    ["a,b", "a,b", true],
    ["\\*.ts", "*.ts", true],
    ["\\*.ts", "a.ts", false],
    ["\\{a,b}", "{a,b}", true],
    ["a\\", "a\\", true],
    ["a.b", "axb", false],
    ["", "", true],
    ["", "a", false],
  ])("%j, of the file %j, says %j", (pattern, path, expected) => {
    expect(createFileGlob(pattern)(path)).toBe(expected);
  });

  const arbitraryName = fc.stringMatching(/^[a-z.[\]()!-]{1,8}$/);
  const arbitraryPath = fc
    .array(arbitraryName, { minLength: 1, maxLength: 5 })
    .map((names) => names.join("/"));

  test("without special characters fits itself and nothing else", () => {
    fc.assert(
      fc.property(arbitraryPath, arbitraryPath, (pattern, path) => {
        expect(createFileGlob(pattern)(path)).toBe(pattern === path);
      }),
    );
  });

  test("of folders fits whatever is in them, however deep", () => {
    fc.assert(
      fc.property(arbitraryPath, arbitraryName, (folder, name) => {
        expect(createFileGlob("**/*")(folder)).toBe(true);
        expect(createFileGlob(`${folder}/**`)(`${folder}/${name}`)).toBe(true);
        expect(createFileGlob(`**/${name}`)(`${folder}/${name}`)).toBe(true);
        expect(createFileGlob(`${folder}/*`)(`${folder}/a/${name}`)).toBe(false);
      }),
    );
  });

  test("with a choice fits what one of its alternatives fits", () => {
    fc.assert(
      fc.property(fc.array(arbitraryName, { minLength: 2 }), arbitraryName, (names, other) => {
        const glob = createFileGlob(`x/{${names.join(",")}}.ts`);
        for (const name of names) expect(glob(`x/${name}.ts`)).toBe(true);
        expect(glob(`x/${other}.ts`)).toBe(names.includes(other));
      }),
    );
  });

  test("never throws, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("*?{},/\\ab")) }),
        fc.string(),
        (pattern, path) => {
          expect(typeof createFileGlob(pattern)(path)).toBe("boolean");
        },
      ),
    );
  });

  test("takes no more time than its length times that of the path", () => {
    const patterns = [
      "*a".repeat(40),
      "**/a".repeat(40),
      "{a,*}".repeat(40),
      "{{{{a}}}}".repeat(20),
    ];
    const time = cpuTimeOf(() => {
      for (const pattern of patterns) {
        expect(createFileGlob(`${pattern}b`)("a".repeat(2_000))).toBe(false);
      }
    });
    expect(time).toBeLessThan(2_000);
  });
});

test.each([
  ["/project", "/project/src/app.ts", "src/app.ts"],
  ["/project/", "/project/src/app.ts", "src/app.ts"],
  ["/project", "/projects/app.ts", "/projects/app.ts"],
  ["/", "/app.ts", "app.ts"],
  ["C:\\project", "C:\\project\\src\\app.ts", "src/app.ts"],
  ["C:\\project", "c:\\project\\src\\app.ts", "src/app.ts"],
  ["c:\\", "C:\\src\\app.ts", "src/app.ts"],
  ["C:\\project", "D:\\project\\app.ts", "D:/project/app.ts"],
  ["/project", "src/app.ts", "src/app.ts"],
  ["/project", "./src/app.ts", "src/app.ts"],
  ["/project", "<input>", "<input>"],
])("from %j the file %j is called %j", (folder, filename, expected) => {
  expect(pathFrom(folder, filename)).toBe(expected);
});
