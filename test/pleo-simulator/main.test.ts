import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { SCENARIO_NAMES } from "./scenarios.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

function start(...options: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [MAIN, ...options], { stdio: ["ignore", "pipe", "pipe"] });
}

/** Everything up to the last line of the introduction. */
async function introduction(child: ReturnType<typeof start>): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes("Stop it with")) break;
  }
  return text;
}

/** Windows ends a process at once where others send it a signal, so that it can answer none. */
const hasSignals = process.platform !== "win32";

describe("npm run simulator", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "introduces itself, answers, and ends on %s",
    async (signal) => {
      const child = start("--port", "0");
      const text = await introduction(child);
      for (const name of SCENARIO_NAMES) expect(text).toContain(`${name}: `);
      const origin = /listens on (\S+)/.exec(text)?.[1] ?? "";
      const key = /curl --user "([^"]+)"/.exec(text)?.[1] ?? "";
      const authorization = `Basic ${Buffer.from(key).toString("base64")}`;
      const response = await fetch(`${origin}/v1/introspect`, { headers: { authorization } });
      expect(await response.json()).toMatchObject({ data: { authMethod: "API_KEY" } });
      const ended = once(child, "exit");
      child.kill(signal);
      expect(await ended).toEqual(hasSignals ? [0, null] : [null, signal]);
    },
  );

  test("refuses a port that is no number", async () => {
    const child = start("--port", "http");
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});
