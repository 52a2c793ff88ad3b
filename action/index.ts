import { readFileSync, writeSync } from "node:fs";
import { error, info, notice, setOutput, setSecret, summary, warning } from "@actions/core";
import { hasProxy, type SetGlobalProxy } from "./proxy.ts";
import { run } from "./run.ts";
import { createStandardOutput } from "./standard-output.ts";

// Before anything is printed: Node makes its own only when somebody asks for it.
Object.defineProperty(process, "stdout", {
  configurable: true,
  value: createStandardOutput({
    writeBytes: (bytes) => writeSync(1, bytes),
    // Nobody reads the log any more: ends as soon as the gate has been closed, and not in a stack trace.
    abandon: () => {
      failStep();
      setImmediate(() => process.exit(1));
    },
  }),
});

/**
 * The one file with effects on import: it hands the real world to the run. Not awaited at the top: a part that is
 * loaded later may need something of this file, and would wait for it for ever.
 */
run({
  env: takeInputs(process.env),
  toolkit: {
    setSecret,
    setOutput,
    info,
    error,
    warning,
    notice,
    writeSummary: (markdown) => summary.addRaw(markdown).write(),
  },
  clock: { now: () => new Date() },
  openWithin: (limits) => async (key, origin) => {
    // Loaded once there is a key to send: many a run ends before that.
    const { createPleoApi } = await import("./pleo-api/client.ts");
    return createPleoApi({ key, origin, ...limits, env: process.env });
  },
  // Loaded only if it is there to be used: `node:http` alone doubles the time to start.
  setGlobalProxy: findSetGlobalProxy(),
  readFile: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  },
  failStep,
}).catch(failStep);

/** What this process was handed. The inputs, keys among them, stay with it: nothing that it starts may find them. */
function takeInputs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const taken = { ...env };
  const inputs = Object.keys(env).filter((name) => name.startsWith("INPUT_"));
  for (const name of inputs) Reflect.deleteProperty(env, name);
  return taken;
}

/** The step goes on to write what it has to say, and then ends as failed. */
function failStep(): void {
  process.exitCode = 1;
}

function findSetGlobalProxy(): SetGlobalProxy | undefined {
  if (!hasProxy(process.env)) return undefined;
  const http: { readonly setGlobalProxyFromEnv?: SetGlobalProxy } =
    process.getBuiltinModule("node:http");
  return http.setGlobalProxyFromEnv;
}
