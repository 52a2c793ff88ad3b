import { noKeyInBrowserStorage } from "../../../../eslint-plugin/rules/no-key-in-browser-storage.ts";
import { RuleTester } from "../../rule-tester.ts";

const BEFORE = `
import { encode } from "base-64";
import { Base64 } from "js-base64";
interface Draft { label: string; pleoApiKey: string }
function header(pleoKey) { const pair = \`\${pleoKey}:\`; return \`Basic \${window.btoa(pair)}\`; }
`;

const LINE = BEFORE.split("\n").length;

/** One report, behind the lines that all of them have. */
function told(code: string) {
  return { code: BEFORE + code, errors: [{ messageId: "browser" as const, line: LINE }] };
}

new RuleTester().run(
  "no-key-in-browser-storage: encoded by the page and by packages",
  noKeyInBrowserStorage,
  {
    invalid: [
      "const f = (pleoKey) => localStorage.setItem('a', header(pleoKey));",
      "const f = (pleoKey) => localStorage.setItem('a', encode(pleoKey));",
      "const f = (pleoKey) => window.sessionStorage.setItem('a', Base64.encodeURI(pleoKey));",
      "const f = (pleoKey) => { window.localStorage.a = globalThis.btoa(pleoKey); };",
      "const f = (event: CustomEvent<Draft>) => localStorage.setItem('a', JSON.stringify(event.detail));",
      "const f = ({ payload }: PayloadAction<Draft>) => sessionStorage.setItem('a', JSON.stringify({ ...payload }));",
    ].map(told),
    valid: [
      "const f = (pleoKey) => localStorage.setItem('a', window.btoa(pleoKey.slice(-4)));",
      "const f = (pleoKey) => localStorage.setItem('a', Base64.isValid(pleoKey));",
      "const f = (event: CustomEvent<Draft>) => { const { pleoApiKey, ...rest } = event.detail; localStorage.setItem('a', JSON.stringify(rest)); };",
      "const f = (event: CustomEvent<Omit<Draft, 'pleoApiKey'>>) => localStorage.setItem('a', JSON.stringify(event.detail));",
    ].map((code) => BEFORE + code),
  },
);
