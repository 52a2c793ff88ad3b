/**
 * Waits until the simulator has introduced itself in the file that is the argument, and hands what it said to the steps
 * to come: its address, and one key for each situation. The keys open that simulator only; the log masks them like any.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const SECONDS_AT_MOST = 60;
const LOOK_AGAIN_MS = 200;

/** Its last line. */
const ALL_SAID = /^Stop it with /m;
const ORIGIN = /listens on (\S+)$/m;
const KEY = /^ {4}(\S+)\n {8}(\w+): /gm;

async function readIntroduction(file: string): Promise<string> {
  const end = Date.now() + SECONDS_AT_MOST * 1000;
  while (Date.now() < end) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (ALL_SAID.test(text)) return text;
    await wait(LOOK_AGAIN_MS);
  }
  throw new Error(`the simulator did not start within ${SECONDS_AT_MOST} seconds`);
}

const [file = ""] = process.argv.slice(2);
const introduction = await readIntroduction(file);
const origin = ORIGIN.exec(introduction)?.[1];
// Without it the steps to come would ask the real Pleo.
if (origin === undefined) throw new Error("the simulator did not say where it listens");
const keys = [...introduction.matchAll(KEY)].map(([, key = "", name = ""]) => ({ name, key }));
const outputs = [`origin=${origin}`, ...keys.map(({ name, key }) => `${name}=${key}`)];
for (const { key } of keys) console.log(`::add-mask::${key}`);
const { GITHUB_OUTPUT } = process.env;
if (GITHUB_OUTPUT === undefined) throw new Error("GITHUB_OUTPUT is not set: this is for workflows");
appendFileSync(GITHUB_OUTPUT, `${outputs.join("\n")}\n`);
