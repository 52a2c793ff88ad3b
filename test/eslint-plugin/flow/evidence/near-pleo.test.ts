import { describe, expect, test } from "vitest";
import { NearPleo } from "../../../../eslint-plugin/flow/evidence/near-pleo.ts";
import { exampleKey } from "../../../support/keys.ts";
import { lint } from "../../lint.ts";
import { parse } from "../../parse.ts";

const ENV = "process.env.PLEO_API_KEY";
const KEY = exampleKey();

function nearOf(code: string, keyNames: readonly string[] = []): readonly string[] {
  const sourceCode = parse(code);
  const near = new NearPleo(sourceCode, { keyNames, isEnvironmentKey: code.includes(ENV) });
  return near.statements().map((statement) => sourceCode.getText(statement));
}

/** Programs of which the lines with `//!` behind them are near, and the others are not. */
const PROGRAMS: Readonly<Record<string, string>> = {
  "only the statement that names it": `const a = 1;
console.log(${ENV}); //!
console.log(a);`,
  "what reads a variable, and what reads what that is put into": `const a = ${ENV}; //!
const b = a; //!
console.log(b); //!
console.log(c);`,
  "what reads a variable that something near writes to": `let a;
a = ${ENV}; //!
console.log(a); //!
let b;
b = 1;
console.log(b);`,
  "what reads an object that something near is put into": `const a = {};
a.b.c = ${ENV}; //!
send(a); //!`,
  "not what else is done with something that is made elsewhere": `import express from "express";
const app = express();
app.get("/a", () => ${ENV}); //!
app.get("/b", () => 1);`,
  "a function that is called with it": `function show(a) { console.log(a); } //!
function hide(a) { return 1; }
show(${ENV}); //!
hide(1);`,
  "a class of which an instance is given it": `class A { show(a) { console.log(a); } } //!
const a = new A(); //!
a.show(${ENV}); //!`,
  "an object with a method that is given it": `const api = { show(a) { console.log(a); } }; //!
api.show(${ENV}); //!`,
  "what calls a function that gives it back": `const read = () => ${ENV}; //!
console.log(read()); //!`,
  "what reads an import that is named after it, but not one whose module is": `import { pleoKey } from "./a"; //!
import { other } from "./pleo";
console.log(pleoKey); //!
console.log(other);`,
  "what is of a type that is named after it": `interface Job { pleoApiKey: string } //!
function run(job: Job) { console.log(job); } //!
function stop(job: Task) { console.log(job); }`,
  "a request of which something near sets a header": `const xhr = new XMLHttpRequest();
xhr.open("GET", url); //!
xhr.setRequestHeader("Authorization", ${ENV}); //!
const other = 1;`,
  "not what only a comment speaks of it": `// Pleo
const a = 1;
function b() {
  /* for Pleo */
}
console.log(${ENV}); //!`,
  "a literal of a key, plain, in base64 and in pieces": `const pleo = 1; //!
const a = "${KEY}"; //!
const b = "${btoa(KEY)}"; //!
const c = "${KEY.slice(0, 3)}" + "${KEY.slice(3, 18)}" + "${KEY.slice(18)}"; //!
const d = "plain" + "text";`,
  "a key in short pieces": `const pleo = 1; //!
const a = "pl" + "s_" + "0123" + "4567"; //!
const b = "ab";`,
  "an escape that may hide a key": `const pleo = 1; //!
const a = "\\u0070"; //!
const b = "\\n";`,
  "the environment as a whole, but none of its other variables": `console.log(${ENV}); //!
console.log(process.env); //!
console.log(process.env.HOME, environment);`,
  "a class whose decorator reads it": `const key = ${ENV}; //!
const other = 1;
@Module({ use: () => { console.log(key); } })
export class A {} //!`,
  "what reads what a decorator keeps": `let key;
const other = 1;
@Module(key = ${ENV})
export class A {} //!
console.log(key); //!`,
  "what a variable of one name is in each statement that declares it": `var key = ${ENV}; //!
for (var key of [key]) console.log(key); //!
if (a) { var key = key.trim(); console.log(key); } //!`,
  "what is put into an import, and reads it": `import a from "./a";
a.b = ${ENV}; //!
f(c);`,
  "a method of the environment as a whole": `const all = process.env.valueOf(); //!
console.log(all); //!
console.log(${ENV}); //!`,
  "what turns the check of certificates off": `const pleo = 1; //!
const agent = { rejectUnauthorized: false }; //!
const other = { authorized: false };`,
};

describe("near Pleo is", () => {
  test.each(Object.entries(PROGRAMS))("%s", (_what, program) => {
    const lines = program.split("\n");
    const marked = lines.flatMap((line) => (line.endsWith(" //!") ? [line.slice(0, -4)] : []));
    expect(nearOf(program.replaceAll(" //!", ""))).toEqual(marked);
  });

  test("what has a name of the settings", () => {
    const code = "console.log(expensesToken);\nconsole.log(other);";
    expect(nearOf(code)).toEqual([]);
    expect(nearOf(code, ["expensesToken"])).toEqual(["console.log(expensesToken);"]);
  });

  test("everything, where an encoded key may be anywhere", () => {
    expect(nearOf('const a = "pleo";\nconst b = 1;')).toHaveLength(1);
    expect(nearOf('const a = "%70%6c%73%5f%30";\nconst b = 1;')).toHaveLength(2);
  });

  test("the only statement there is", () => {
    expect(nearOf("console.log(1)")).toEqual(["console.log(1)"]);
  });
});

describe("a key of a neutral name is followed from where it is sent", () => {
  const sent = (key: string): string =>
    `fetch("https://external.pleo.io/v1/x", { headers: { Authorization: "Basic " + btoa(${key} + ":") } });`;

  test.each([
    ["a variable", `const apiKey = load();\n${sent("apiKey")}\nconsole.log(apiKey);`],
    [
      "a member",
      `function a(config) { ${sent("config.apiKey")} }\nfunction b(config) { console.log(config.apiKey); }`,
    ],
  ])("%s", (_what, code) => {
    expect(lint(code, { rule: "no-key-in-log" })).toHaveLength(1);
    const elsewhere = code.replace("external.pleo.io", "api.example.com");
    expect(lint(elsewhere, { rule: "no-key-in-log" })).toEqual([]);
  });

  test.each([1, 20, 21, 40])("a member, with %i others", (others) => {
    const calls = Array.from({ length: others - 1 }, (_, index) => sent(`config.apiKey${index}`));
    const code = `function a(config) { ${[...calls, sent("config.apiKey")].join("\n")} }
function b(config) { console.log(config.apiKey); }`;
    expect(lint(code, { rule: "no-key-in-log" })).toHaveLength(1);
  });
});
