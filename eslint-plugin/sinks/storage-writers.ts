/** What keeps values where users are. */
export type Store =
  /** Web storage, IndexedDB, caches, an extension's storage. */
  | "browser"
  | "cookie"
  /** A phone or tablet, encrypted or not. */
  | "device";

/** A function that keeps what it is given. */
export interface Writer {
  readonly store: Store;
  /** Which argument is the first that is kept as a value. */
  readonly from: number;
}

const SET_COOKIE = "setCookie:1";
const ASYNC_STORAGE = "setItem:1 mergeItem:1 multiSet:0 multiMerge:0 setMany:0";
const HOOKS =
  "useLocalStorage:1 useSessionStorage:1 useLocalStorageState:1 useSessionStorageState:1";
const TABLE = "put:0 add:0 bulkPut:0 bulkAdd:0 update:1 upsert:1";
const DOCUMENTS = "put:0 post:0 bulkDocs:0 upsert:1 putIfNotExists:0";

/** By package: what it calls its functions, and which of their arguments is the first value. */
const WRITERS: Readonly<Record<Store, Readonly<Record<string, string>>>> = {
  cookie: {
    "js-cookie": "set:1",
    "ngx-cookie-service": "set:1",
    "ngx-cookie": "put:1",
    "universal-cookie": "set:1",
    "react-cookie": "set:1",
    "vue-cookies": "set:1",
    "vue3-cookies": "set:1",
    "es-cookie": "set:1",
    "tiny-cookie": `set:1 ${SET_COOKIE}`,
    "typescript-cookie": SET_COOKIE,
    "cookies-next": SET_COOKIE,
    "cookies-next/client": SET_COOKIE,
    "@vueuse/integrations/useCookies": "set:1",
    nookies: "set:2 setCookie:2",
  },
  browser: {
    localforage: "setItem:1",
    "idb-keyval": "set:1 setMany:0",
    idb: "put:1 add:1",
    dexie: TABLE,
    pouchdb: DOCUMENTS,
    "pouchdb-browser": DOCUMENTS,
    rxdb: "insert:0 insertIfNotExists:0 bulkInsert:0 upsert:0 bulkUpsert:0 incrementalUpsert:0",
    store: "set:1",
    store2: "default:1 set:1 add:1",
    lscache: "set:1",
    lockr: "set:1",
    "secure-ls": "set:1",
    "localstorage-slim": "set:1",
    "react-secure-storage": "setItem:1",
    "@plasmohq/storage": "set:1",
    "@wxt-dev/storage": "setItem:1 setItems:0",
    "wxt/storage": "setItem:1 setItems:0",
    "wxt/utils/storage": "setItem:1 setItems:0",
    "jotai/utils": "atomWithStorage:1",
    "svelte-persisted-store": "persisted:1",
    "svelte-local-storage-store": "persisted:1 writable:1",
    "use-local-storage": "default:1",
    "use-local-storage-state": "default:1",
    "@vueuse/core": `${HOOKS} useStorage:1 useStorageAsync:1`,
    "@mantine/hooks": "useLocalStorage:0 useSessionStorage:0",
  },
  device: {
    "@react-native-async-storage/async-storage": ASYNC_STORAGE,
    "@react-native-community/async-storage": ASYNC_STORAGE,
    "react-native": ASYNC_STORAGE,
    "react-native-mmkv": "set:1",
    "react-native-encrypted-storage": "setItem:1",
    "react-native-sensitive-info": "setItem:1",
    "react-native-keychain": "setGenericPassword:0 setInternetCredentials:1",
    "react-native-default-preference": "set:1",
    "rn-secure-storage": "setItem:1 set:1",
    "expo-secure-store": "setItemAsync:1 setItem:1",
    "expo-sqlite/kv-store": "setItem:1 setItemAsync:1 setItemSync:1",
    "@capacitor/preferences": "set:0",
    "@capacitor/storage": "set:0",
    "capacitor-secure-storage-plugin": "set:0",
    "@aparajita/capacitor-secure-storage": "set:1 setItem:1",
    "@ionic/storage": "set:1",
    "@ionic/storage-angular": "set:1",
    "@nativescript/core": "setString:1",
    "@nativescript/core/application-settings": "setString:1",
  },
};

export const MODULE_WRITERS: Readonly<Record<string, ReadonlyMap<string, Writer>>> =
  Object.fromEntries(
    Object.entries(WRITERS).flatMap(([store, modules]) =>
      Object.entries(modules).map(([module, functions]) => [
        module,
        readFunctions(store as Store, functions),
      ]),
    ),
  );

/** Without an import: the language of the browser, scripts from elsewhere on the page, imports that a framework adds. */
export const GLOBAL_WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ...readFunctions("cookie", "cookieStore.set:1 Cookies.set:1 $.cookie:1 jQuery.cookie:1"),
  ...readFunctions("browser", "localforage.setItem:1"),
]);

function readFunctions(store: Store, functions: string): ReadonlyMap<string, Writer> {
  return new Map(
    functions.split(" ").map((entry): [string, Writer] => {
      const [name = "", from] = entry.split(":");
      return [name, { store, from: Number(from) }];
    }),
  );
}
