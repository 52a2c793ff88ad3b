import { noKeyInBrowserStorage } from "../../../eslint-plugin/rules/no-key-in-browser-storage.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";

type MessageId = "browser" | "cookie" | "device";

/** What is said of one key. */
function kept(messageId: MessageId, sink: string, column: number, road = `\`${ENV}\` on line 1`) {
  return { errors: [{ messageId, data: { sink, road }, line: 1, column }] };
}

/** Code that has `«` where the key is reported. */
function marked(code: string): { readonly code: string; readonly column: number } {
  const at = code.indexOf("«");
  return { code: code.replace("«", ""), column: at + 1 };
}

function invalid(messageId: MessageId, sink: string, [text, road]: readonly [string, string?]) {
  const { code, column } = marked(text);
  return { code, ...kept(messageId, sink, column, road) };
}

new RuleTester().run("no-key-in-browser-storage", noKeyInBrowserStorage, {
  invalid: [
    // Web storage
    invalid("browser", "localStorage.setItem", [`localStorage.setItem("a", «${ENV})`]),
    invalid("browser", "sessionStorage.setItem", [`sessionStorage.setItem("a", «${ENV})`]),
    invalid("browser", "localStorage.setItem", [`window.localStorage.setItem("a", «${ENV})`]),
    invalid("browser", "localStorage.setItem", [`self["localStorage"]?.setItem("a", «${ENV})`]),
    invalid("browser", "localStorage.setItem", [
      `localStorage.setItem("a", «JSON.stringify({ b: { c: ${ENV} } }))`,
    ]),
    invalid("browser", "localStorage.setItem", [
      `(window as any).localStorage.setItem("a", «btoa(${ENV}))`,
    ]),
    invalid("browser", "localStorage.setItem", [
      `const kept = window.localStorage; kept.setItem("a", «${ENV})`,
    ]),
    invalid("browser", "frame.contentWindow.localStorage.setItem", [
      `frame.contentWindow.localStorage.setItem("a", «${ENV})`,
    ]),
    invalid("browser", "kept.setItem", [
      `const kept = stay ? localStorage : sessionStorage; kept.setItem("a", «${ENV})`,
    ]),
    invalid("browser", "kept.setItem", [
      `function f(kept: Storage) { kept.setItem("a", «${ENV}) }`,
    ]),
    invalid("browser", "localStorage.pleo", [`localStorage.pleo = «${ENV}`]),
    invalid("browser", "localStorage.a b", [`localStorage["a b"] = «${ENV}`]),
    invalid("browser", "sessionStorage.*", [`globalThis.sessionStorage[name] = «${ENV}`]),
    invalid("browser", "localStorage.a", [`localStorage.a ??= «${ENV}`]),
    invalid("browser", "Object.assign", [`Object.assign(localStorage, «{ a: ${ENV} })`]),
    invalid("browser", "localStorage.setItem", [
      `function f(pleoApiKey) { localStorage.setItem("a", «pleoApiKey) }`,
      "`pleoApiKey` on line 1",
    ]),
    {
      // Named, because the code holds a key.
      name: "a literal",
      ...invalid("browser", "localStorage.setItem", [
        `localStorage.setItem("a", «"${KEY}")`,
        "a literal on line 1",
      ]),
    },
    // A name that says what a neutral value is
    invalid("browser", "localStorage.setItem", [
      `form.onsubmit = () => localStorage.setItem("pleoApiKey", «input.value)`,
      "`value`, under the name `pleoApiKey`",
    ]),
    invalid("browser", "localStorage.setItem", [
      `const NAME = "pleo-api-key"; (apiKey) => localStorage.setItem(NAME, «apiKey)`,
      "`apiKey`, under the name `pleo-api-key`",
    ]),
    invalid("browser", "localStorage.pleoApiKey", [
      `(token) => { localStorage.pleoApiKey = «token }`,
      "`token`, under the name `pleoApiKey`",
    ]),
    invalid("cookie", "cookieStore.set", [
      `cookieStore.set({ name: "pleo_token", value: «token })`,
      "`token`, under the name `pleo_token`",
    ]),
    invalid("browser", "localStorage.setItem", [
      `localStorage.setItem("pleo_api_key", «JSON.stringify(apiKey))`,
      "`apiKey`, under the name `pleo_api_key`",
    ]),
    invalid("browser", "localStorage.setItem", [
      `localStorage.setItem("form", «JSON.stringify({ pleoApiKey: input.value }))`,
      "`pleoApiKey` on line 1",
    ]),
    invalid("browser", "chrome.storage.local.set", [
      `chrome.storage.local.set(«{ pleoApiKey: input.value.trim() })`,
      "`pleoApiKey` on line 1",
    ]),
    invalid("cookie", "document.cookie", [
      `document.cookie = «\`pleo_api_key=\${apiKey}; path=/\``,
      "`apiKey`, under the name `pleo_api_key`",
    ]),
    invalid("cookie", "document.cookie", [
      `import { serialize } from "cookie"; document.cookie = serialize("a", «${ENV})`,
    ]),
    // Hooks
    invalid("browser", "useLocalStorage", [
      `import { useLocalStorage } from "usehooks-ts"; useLocalStorage("a", «${ENV})`,
    ]),
    invalid("browser", "setKey", [
      `import { useLocalStorage } from "@/hooks"; const [key, setKey] = useLocalStorage("a"); setKey(«${ENV})`,
    ]),
    invalid("browser", "kept.value", [
      `import { useSessionStorage } from "@vueuse/core"; const kept = useSessionStorage("a"); kept.value = «${ENV}`,
    ]),
    invalid("browser", "atomWithStorage", [
      `import { atomWithStorage } from "jotai/utils"; atomWithStorage("a", «${ENV})`,
    ]),
    invalid("browser", "saveToLocalStorage", [
      `import { saveToLocalStorage } from "./storage"; saveToLocalStorage("a", «${ENV})`,
    ]),
    // Cookies
    invalid("cookie", "document.cookie", [`document.cookie = «"a=" + ${ENV}`]),
    invalid("cookie", "document.cookie", [
      `window.document.cookie = «\`a=\${encodeURIComponent(${ENV})}; path=/\``,
    ]),
    invalid("cookie", "Cookies.set", [
      `import Cookies from "js-cookie"; Cookies.set("a", «${ENV}, { expires: 7 })`,
    ]),
    invalid("cookie", "Cookies.set", [`Cookies.set("a", «${ENV})`]),
    invalid("cookie", "jar.set", [
      `import Cookies from "universal-cookie"; const jar = new Cookies(); jar.set("a", «${ENV})`,
    ]),
    invalid("cookie", "jar.set", [
      `import Cookies from "universal-cookie"; const jar = new Cookies(null, { path: "/" }); jar.set("a", «${ENV})`,
    ]),
    invalid("cookie", "setCookie", [
      `import { useCookies } from "react-cookie"; const [cookies, setCookie] = useCookies(["a"]); setCookie("a", «${ENV})`,
    ]),
    invalid("cookie", "setCookie", [
      `import { setCookie } from "cookies-next"; setCookie("a", «${ENV})`,
    ]),
    invalid("cookie", "nookies.set", [
      `import nookies from "nookies"; nookies.set(null, "a", «${ENV}, {})`,
    ]),
    invalid("cookie", "cookieStore.set", [`cookieStore.set("a", «${ENV})`]),
    invalid("cookie", "kept.value", [`const kept = useCookie("a"); kept.value = «${ENV}`]),
    invalid("cookie", "this.cookies.set", [
      `import { CookieService } from "ngx-cookie-service"; class A { constructor(private cookies: CookieService) {} f() { this.cookies.set("a", «${ENV}) } }`,
    ]),
    // Databases and caches of the browser
    invalid("browser", "().put", [
      `db.transaction("keys", "readwrite").objectStore("keys").put(«{ id: 1, key: ${ENV} })`,
    ]),
    invalid("browser", "store.add", [
      `const store = tx.objectStore("keys"); store.add(«${ENV}, "a")`,
    ]),
    invalid("browser", "db.put", [
      `import { openDB } from "idb"; async () => { const db = await openDB("a", 1); await db.put("keys", «${ENV}, "b") }`,
    ]),
    invalid("browser", "set", [`import { set } from "idb-keyval"; set("a", «${ENV})`]),
    invalid("browser", "setMany", [
      `import { setMany } from "idb-keyval"; setMany(«[["a", 1], ["b", ${ENV}]])`,
    ]),
    invalid("browser", "localforage.setItem", [
      `import localforage from "localforage"; localforage.setItem("a", «${ENV})`,
    ]),
    invalid("browser", "db.keys.put", [
      `import Dexie from "dexie"; const db = new Dexie("a"); db.keys.put(«{ id: 1, key: ${ENV} })`,
    ]),
    invalid("browser", "db.keys.add", [
      `import Dexie from "dexie"; class Keys extends Dexie {} const db = new Keys("a"); db.keys.add(«{ key: ${ENV} })`,
    ]),
    invalid("device", "this.storage.set", [
      `import { Storage } from "@ionic/storage-angular"; class A { constructor(private storage: Storage) {} f() { this.storage.set("a", «${ENV}) } }`,
    ]),
    invalid("browser", "cache.put", [
      `async () => { const cache = await caches.open("a"); await cache.put("/key", «new Response(${ENV})) }`,
    ]),
    invalid("browser", "chrome.storage.local.set", [`chrome.storage.local.set(«{ key: ${ENV} })`]),
    invalid("browser", "browser.storage.sync.set", [
      `import browser from "webextension-polyfill"; browser.storage.sync.set(«{ key: ${ENV} })`,
    ]),
    // Devices
    invalid("device", "AsyncStorage.setItem", [
      `import AsyncStorage from "@react-native-async-storage/async-storage"; AsyncStorage.setItem("a", «${ENV})`,
    ]),
    invalid("device", "AsyncStorage.multiSet", [
      `import AsyncStorage from "@react-native-async-storage/async-storage"; AsyncStorage.multiSet(«[["a", ${ENV}]])`,
    ]),
    invalid("device", "kept.set", [
      `import { MMKV } from "react-native-mmkv"; const kept = new MMKV({ id: "a" }); kept.set("a", «${ENV})`,
    ]),
    invalid("device", "SecureStore.setItemAsync", [
      `import * as SecureStore from "expo-secure-store"; SecureStore.setItemAsync("a", «${ENV})`,
    ]),
    invalid("device", "Keychain.setGenericPassword", [
      `import * as Keychain from "react-native-keychain"; Keychain.setGenericPassword("pleo", «${ENV})`,
    ]),
    invalid("device", "Preferences.set", [
      `import { Preferences } from "@capacitor/preferences"; Preferences.set({ key: "a", value: «${ENV} })`,
    ]),
  ],
  valid: [
    // What is kept is no key, or nothing of it
    `localStorage.setItem("theme", "dark"); ${ENV}`,
    `localStorage.setItem("a", ${ENV}.slice(-4))`,
    `localStorage.setItem("a", String(Boolean(${ENV})))`,
    `localStorage.setItem("a", maskKey(${ENV}))`,
    `localStorage.setItem("a", sha256(${ENV}))`,
    `localStorage.hasPleo = ${ENV} !== undefined`,
    `localStorage.setItem("pleoApiKey", "")`,
    `localStorage.setItem("pleoApiKey", maskKey(input.value))`,
    `const value = maskKey(input.value); localStorage.setItem("pleoApiKey", value)`,
    `localStorage.setItem("pleoApiKeySaved", value)`,
    `localStorage.setItem("pleoApiKeyHint", token)`,
    `localStorage.setItem("empleoApiKey", token)`,
    `localStorage.setItem("pleoApiKey", theme)`,
    `localStorage.setItem("token", token); const pleo = 1`,
    `(pleoApiKeyId) => localStorage.setItem("a", pleoApiKeyId)`,
    `(pleoCompanyId) => localStorage.setItem("a", pleoCompanyId)`,
    `document.cookie = \`pleo_api_key_saved=\${value}\`; document.cookie = \`theme=\${token}\``,
    `localStorage.setItem("form", JSON.stringify({ pleoApiKey: mask(input.value), theme: value }))`,
    // The name is no value
    `import { PLEO_API_KEY } from "./names"; localStorage.setItem(PLEO_API_KEY, theme)`,
    `import { PLEO_API_KEY } from "./names"; localStorage[PLEO_API_KEY] = theme`,
    `import { PLEO_API_KEY } from "./names"; Cookies.set(PLEO_API_KEY, theme)`,
    // Reading, and taking away
    `const pleoApiKey = localStorage.getItem("pleoApiKey")`,
    `localStorage.removeItem("pleoApiKey"); delete localStorage.pleoApiKey`,
    `sessionStorage.clear(); ${ENV}`,
    // Something else of the same name
    `const localStorage = new Map(); localStorage.setItem("a", ${ENV})`,
    `import { localStorage } from "node-localstorage"; localStorage.setItem("a", ${ENV})`,
    `import { AsyncLocalStorage } from "node:async_hooks"; new AsyncLocalStorage().run(${ENV}, f)`,
    `function f(document) { document.cookie = ${ENV} }`,
    `order.cookie = ${ENV}`,
    `import { Storage } from "unstorage"; function f(kept: Storage) { kept.setItem("a", ${ENV}) }`,
    `import { Storage } from "@google-cloud/storage"; new Storage().bucket("a").set("a", ${ENV})`,
    `const kept = useStorage("keys"); kept.setItem("a", ${ENV})`,
    `import { createStorage } from "unstorage"; createStorage().setItem("a", ${ENV})`,
    `storage.setItem("a", ${ENV})`,
    // Servers
    `cache.set("a", ${ENV}); cache.put("a", ${ENV})`,
    `caches.default.put(request, new Response(${ENV}))`,
    `const kept = new Map(); kept.set("a", ${ENV})`,
    `redis.set("a", ${ENV}); env.KV.put("a", ${ENV})`,
    `import { createClient } from "redis"; const db = createClient(); db.set("a", ${ENV})`,
    `req.session.pleoApiKey = ${ENV}`,
    `res.cookie("a", ${ENV})`,
    `import { cookies } from "next/headers"; const cookieStore = await cookies(); cookieStore.set("a", ${ENV})`,
    `import Cookies from "cookies"; const jar = new Cookies(req, res); jar.set("a", ${ENV})`,
    `import Cookies from "universal-cookie"; const jar = new Cookies(req.headers.cookie); jar.set("a", ${ENV})`,
    `import Store from "electron-store"; new Store().set("a", ${ENV})`,
    `secrets.put("a", ${ENV}); vault.write("a", ${ENV}); keys.add(${ENV})`,
    `await db.keys.put({ id: 1, key: encrypt(${ENV}) })`,
    `import { db } from "./db"; db.keys.add({ key: ${ENV} })`,
    `import { View } from "react-native"; View.setItem("a", ${ENV})`,
    `setKey(${ENV}); const [key, setKey] = useState()`,
    `formData.set("a", ${ENV}); headers.set("a", ${ENV})`,
    `setItem("a", ${ENV}); input.value = ${ENV}`,
    `chrome.storage.managed.get("a"); chrome.runtime.setItem("a", ${ENV})`,
    // Nothing of Pleo's
    `localStorage.setItem("apiKey", process.env.API_KEY)`,
  ],
});
