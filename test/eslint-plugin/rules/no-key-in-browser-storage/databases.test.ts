import { noKeyInBrowserStorage } from "../../../../eslint-plugin/rules/no-key-in-browser-storage.ts";
import { RuleTester } from "../../rule-tester.ts";

const IMPORTS = `
import { openDB } from "idb";
import localforage from "localforage";
import * as keyval from "idb-keyval";
import Dexie from "dexie";
import PouchDB from "pouchdb";
import { createRxDatabase } from "rxdb";
import { open } from "lmdb";
let opened;
const desk = () => openDB("desk", 1);
function kept() { opened ??= openDB("desk", 1); return opened; }
let other;
function returned() { return (other ??= openDB("desk", 1)); }
const instance = () => localforage.createInstance({ name: "desk" });
const tables = () => new Dexie("desk");
const server = () => open({ path: "desk" });
const vault = () => elsewhere.open();
`;

const inside = (code: string): string => `${IMPORTS}async function save(pleoApiKey) { ${code} }`;

new RuleTester().run(
  "no-key-in-browser-storage: databases that functions of the file open",
  noKeyInBrowserStorage,
  {
    valid: [
      "const db = await desk(); await db.put('settings', { has: Boolean(pleoApiKey) });",
      "const db = await desk(); await db.get('settings', pleoApiKey);",
      "const db = await desk(); await db.transaction('settings').store.get(pleoApiKey);",
      "const db = server(); await db.put('settings', { pleoApiKey });",
      "const db = await vault(); await db.put('settings', { pleoApiKey });",
      "await new PouchDB('https://db.example.com/desk').put({ pleoApiKey });",
      "vault().then((db) => db.put('settings', { pleoApiKey }));",
    ].map(inside),
    invalid: [
      "const db = await desk(); await db.put('settings', { value: pleoApiKey });",
      "await (await desk()).add('settings', { value: pleoApiKey });",
      "const db = await kept(); await db.put('settings', { value: pleoApiKey });",
      "const db = await returned(); await db.put('settings', pleoApiKey, 'key');",
      "desk().then((db) => db.put('settings', pleoApiKey, 'key'));",
      "openDB('desk', 1).then((db) => db.put('settings', pleoApiKey, 'key'));",
      "const db = await desk(); const tx = db.transaction('settings', 'readwrite'); await tx.store.put({ pleoApiKey });",
      "const db = await desk(); const tx = db.transaction('settings', 'readwrite'); await tx.objectStore('settings').add({ pleoApiKey });",
      "const store = instance(); await store.setItem('key', pleoApiKey);",
      "await keyval.set('key', pleoApiKey);",
      "await tables().settings.put({ pleoApiKey });",
      "const db = new PouchDB('desk'); await db.put({ _id: 'key', pleoApiKey });",
      "const db = await createRxDatabase({ name: 'desk' }); await db.settings.upsert({ id: 1, pleoApiKey });",
    ].map((code) => ({ code: inside(code), errors: [{ messageId: "browser" as const }] })),
  },
);
