import { expect, test } from "vitest";
import { lint } from "../../lint.ts";

const PAGE = "/* Pleo */ ";

test.each([
  "(function (w) { w.localStorage.setItem('k', w.btoa(pleoApiKey)); })(window);",
  "!function (w, d) { d.cookie = 'k=' + w.btoa(pleoApiKey); }(window, document);",
  "(function (w) { w.localStorage.setItem('k', w.String(pleoApiKey)); }).call(this, window);",
  "((storage) => { storage.setItem('k', pleoApiKey); })(localStorage);",
  "(function ($) { $.cookie('k', pleoApiKey); })(jQuery);",
])("a function that is called where it stands knows what it is handed in: %s", (code) => {
  expect(lint(PAGE + code, { rule: "no-key-in-browser-storage" })).toHaveLength(1);
});

test.each([
  "(function (w) { w.localStorage.setItem('k', mask(pleoApiKey)); })(window);",
  "(function (storage) { storage = other; storage.setItem('k', pleoApiKey); })(localStorage);",
  "(function (storage) { storage.setItem('k', pleoApiKey); })(vault);",
  "var keep = function (storage) { storage.setItem('k', pleoApiKey); }; keep(vault);",
])("and what it is not: %s", (code) => {
  expect(lint(PAGE + code, { rule: "no-key-in-browser-storage" })).toHaveLength(0);
});
