import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const ENV = "process.env.PLEO_API_KEY";

/** How often a key is seen in each `sink(…)`. */
function counted(code: string): readonly number[] {
  return keysIn(code).map(({ length }) => length);
}

describe("a child hands its key up", () => {
  test.each<[string, string]>([
    [
      "as a field of the base",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       class Child extends Base { constructor() { super(${ENV}) } }`,
    ],
    [
      "as a parameter property of the base",
      `abstract class Base { constructor(protected readonly token: string) {} log() { sink(this.token) } }
       class Child extends Base { constructor() { super(${ENV} ?? "") } }`,
    ],
    [
      "within options",
      `abstract class Base { constructor(protected readonly options: Options) { sink(this.options) } }
       class Child extends Base { constructor(private file: string) { super({ schedule: "1", credential: ${ENV} }) } }`,
    ],
    [
      "within options that are taken apart",
      `class Base { constructor({ credential, retries = 3 }) { this.credential = credential; sink(this) } }
       class Child extends Base { constructor() { super({ credential: ${ENV} }) } }`,
    ],
    [
      "and reads it itself",
      `class Base { constructor(token) { this.token = token } }
       class Child extends Base { constructor() { super(${ENV}) } log() { sink(this.token) } }`,
    ],
    [
      "that it was given itself",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       class Child extends Base { constructor(token) { super(token) } }
       new Child(${ENV}).log()`,
    ],
    [
      "without a constructor of its own",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       class Child extends Base {}
       export const client = new Child(${ENV})`,
    ],
    [
      "over several levels",
      `class Base { constructor(token) { this.token = token } }
       class Middle extends Base { constructor(options) { super(options.token) } }
       class Lower extends Middle {}
       class Child extends Lower { constructor() { super({ token: ${ENV} }) } log() { sink(this.token) } }`,
    ],
    [
      "as a default",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       class Child extends Base { constructor(token = ${ENV}) { super(token) } }`,
    ],
    [
      "to a default of the base",
      `class Base { constructor(protected token = ${ENV}) {} }
       class Child extends Base { log() { sink(this.token) } }`,
    ],
    [
      "to a private field, by a method",
      `class Base { #token; constructor(token) { this.#token = token } token() { return this.#token } }
       class Child extends Base { constructor() { super(${ENV}) } log() { sink(this.token()) } }`,
    ],
    [
      "in a class without a name",
      `const Base = class { constructor(token) { this.token = token } log() { sink(this.token) } }
       module.exports = class extends Base { constructor() { super(${ENV}) } }`,
    ],
    [
      "where it is seen from outside",
      `class Base { constructor(token) { this.token = token } }
       class Child extends Base {}
       sink(new Child(${ENV}))`,
    ],
    [
      "where it is made by itself",
      `class Base { constructor(token) { this.token = token } static make() { return new this(${ENV}) } }
       class Child extends Base { log() { sink(this.token) } }`,
    ],
  ])("%s", (_name, code) => {
    expect(counted(code)).toEqual([1]);
  });
});

describe("what one defines and the other uses", () => {
  test.each<[string, string]>([
    [
      "a method that the child has to define",
      `abstract class Base { protected abstract token(): string; log() { sink(this.token()) } }
       class Child extends Base { protected token() { return ${ENV} } }`,
    ],
    [
      "a method that waits",
      `abstract class Base { abstract token(): Promise<string>; async log() { sink(await this.token()) } }
       class Child extends Base { async token() { return ${ENV} } }`,
    ],
    [
      "a method that the base has for want of a better one",
      `class Base { token() { throw new Error("none") } log() { sink(this.token()) } }
       class Child extends Base { token() { return ${ENV} } }`,
    ],
    [
      "a field that the child has to define",
      `abstract class Base { abstract readonly token: string; log() { sink(this.token) } }
       class Child extends Base { readonly token = ${ENV} }`,
    ],
    [
      "a getter",
      `abstract class Base { abstract get headers(): object; log() { sink(this.headers) } }
       class Child extends Base { get headers() { return { authorization: ${ENV} } } }`,
    ],
    [
      "an arrow in a field",
      `abstract class Base { abstract token: () => string; log() { sink(this.token()) } }
       class Child extends Base { token = () => ${ENV} }`,
    ],
    [
      "an argument for a method of the base",
      `class Base { log(value) { sink(value) } }
       class Child extends Base { run() { this.log(${ENV}) } }`,
    ],
    [
      "an argument for a method of the base, by super",
      `class Base { log(value) { sink(value) } }
       class Child extends Base { log(value) { super.log({ value, key: ${ENV} }) } }`,
    ],
    [
      "an argument for a method of an instance",
      `class Base { log(value) { sink(value) } }
       class Child extends Base {}
       const child = new Child(); child.log(${ENV})`,
    ],
    [
      "what a method of the base gives back",
      `class Base { token() { return ${ENV} } }
       class Child extends Base { run() { sink(this.token()) } }`,
    ],
    [
      "what a method of the base gives back, by super",
      `class Base { headers() { return { key: ${ENV} } } }
       class Child extends Base { headers() { sink(super.headers()); return {} } }`,
    ],
    [
      "a getter of the base, by super",
      `class Base { get headers() { return { key: ${ENV} } } }
       class Child extends Base { get headers() { sink(super.headers); return {} } }`,
    ],
    [
      "a static method that is inherited",
      `class Base { static token() { return ${ENV} } }
       class Child extends Base {}
       sink(Child.token())`,
    ],
    [
      "a static field that is inherited",
      `class Base { static token = ${ENV} }
       class Child extends Base {}
       sink(Child.token)`,
    ],
    [
      "a field of a class that is called after Pleo",
      `class Base { constructor(apiKey) { this.apiKey = apiKey } log() { sink(this.apiKey) } }
       export class PleoClient extends Base {}`,
    ],
  ])("%s", (_name, code) => {
    expect(counted(code)).toEqual([1]);
  });
});

describe("nothing comes from", () => {
  test.each<[string, string]>([
    [
      "a sister's key",
      `class Base { constructor(token) { this.token = token } }
       class Pleo extends Base { constructor() { super(${ENV}) } }
       class Other extends Base { constructor() { super(process.env.OTHER_KEY) } log() { sink(this.token) } }`,
    ],
    [
      "a sister's key, where the other one is made elsewhere",
      `class Base { constructor(token) { this.token = token } }
       class Pleo extends Base {}
       class Other extends Base { log() { sink(this.token) } }
       new Pleo(${ENV})`,
    ],
    [
      "a sister's method",
      `class Base { token() { return process.env.OTHER_KEY } }
       class Pleo extends Base { token() { return ${ENV} } }
       class Other extends Base { log() { sink(this.token()) } }`,
    ],
    [
      "a method that the child does in another way",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       class Pleo extends Base { constructor() { super(${ENV}) } log() { console.info("ready") } }
       class Other extends Base { constructor() { super(process.env.OTHER_KEY) } }`,
    ],
    [
      "another instance",
      `class Base { constructor(token) { this.token = token } headers() { return { token: this.token } } }
       class Pleo extends Base { constructor() { super(${ENV}) } }
       class Other extends Base { constructor() { super(process.env.OTHER_KEY) } }
       const other = new Other(); sink(other.headers())`,
    ],
    [
      "a field that the child sets again",
      `class Base { constructor() { this.token = ${ENV} } }
       class Child extends Base { constructor() { super(); this.token = mask(this.token); } log() { sink(this.token) } }`,
    ],
    [
      "a getter that masks it",
      `class Base { constructor(key) { this.key = key } get shown() { return this.key } log() { sink(this.shown) } }
       class Child extends Base { constructor() { super(${ENV}) } get shown() { return this.key.slice(-4) } }`,
    ],
    [
      "what the base keeps to itself",
      `class Base { #token; constructor(token) { this.#token = token } }
       class Child extends Base { constructor() { super(${ENV}) } log() { sink(this) } }`,
    ],
    [
      "another argument",
      `class Base { constructor(name, token) { this.name = name; this.token = token } log() { sink(this.name) } }
       class Child extends Base { constructor() { super("pleo", ${ENV}) } }`,
    ],
    [
      "a class that only looks like the base",
      `class Base { constructor(token) { this.token = token } log() { sink(this.token) } }
       function make() { class Base { constructor(value) { this.value = value } } return class extends Base { constructor() { super(${ENV}) } } }
       new Base("x")`,
    ],
  ])("%s", (_name, code) => {
    expect(counted(code)).toEqual([0]);
  });
});

test("classes that lead in circles end", () => {
  expect(
    counted(
      `class A extends B { token() { return super.token() } log() { sink(this.token()); sink(this.key) } }
       class B extends A { token() { return super.token() } constructor() { super(this.key) } }
       class C extends C { log() { sink(this.token()) } }
       new C(${ENV})`,
    ),
  ).toEqual([0, 0, 0]);
});
