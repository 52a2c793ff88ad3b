import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

function carried(code: string): readonly boolean[] {
  return keysIn(code).map((keys) => keys.length > 0);
}

const MAKER = "function Client(o) { this.inner = o.pleoApiKey; this.host = 'x'; }\n";

test.each([
  "Client.prototype.ask = function () { sink(this.inner); };",
  "Client.prototype.ask = function () { var self = this; later(function () { sink(self.inner); }); };",
  "Client.prototype.ask = function () { later(() => sink(this.inner)); };",
  "Client.prototype = { ask: function () { sink(this.inner); } };",
  "Client.prototype = { ask() { sink(this.inner); } };",
  "Object.assign(Client.prototype, { ask: function () { sink(this.inner); } });",
  "$.extend(Client.prototype, { ask: function () { sink(this.inner); } });",
  "Client.prototype.h = function () { return 'Basic ' + this.inner; }; Client.prototype.ask = function () { sink(this.h()); };",
  "Client.prototype.h = function () { return this.inner; }; var c = new Client(o); sink(c.h());",
  "Client.prototype.ask = function () {}; sink(new Client({ pleoApiKey: k }).inner);",
  "Client.prototype.ask = function () { sink(this); };",
  "function Child(o) { Client.call(this, o); } util.inherits(Child, Client); Child.prototype.ask = function () { sink(this.inner); };",
  "function Child(o) { Client.call(this, o); } Child.prototype = Object.create(Client.prototype); Child.prototype.ask = function () { sink(this.inner); };",
])("a function that makes instances holds what it is given: %s", (code) => {
  expect(carried(MAKER + code)).toEqual([true]);
});

test.each([
  "Client.prototype.ask = function () { sink(this.host); };",
  "Client.prototype.ask = function () { later(function () { sink(this.inner); }); };",
  "function Other(o) { this.inner = o.stripe; } Other.prototype.ask = function () { sink(this.inner); };",
  "function Other(o) { this.inner = mask(o.pleoApiKey); } Other.prototype.ask = function () { sink(this.inner); };",
  "var other = { inner: 1, ask: function () { sink(this.inner); } };",
  "function plain() { sink(this.inner); }",
])("and nothing else does: %s", (code) => {
  expect(carried(MAKER + code)).toEqual([false]);
});

test("what inherits from itself ends", () => {
  const code = `function A() { this.a = this.b; } A.prototype = Object.create(A.prototype);
    A.prototype.x = function () { this.b = this.a; sink(this.a); }; // Pleo`;
  expect(carried(code)).toEqual([false]);
});
