import { createPleoApi } from "../../action/pleo-api/client.ts";
import { startDeadline } from "../../action/pleo-api/deadline.ts";
import type { CheckPorts } from "../../action/check.ts";
import { run, type AskingLimits } from "../../action/run.ts";
import type { Toolkit } from "../../action/sinks.ts";
import { runnerEnvironment, type ActionInputs } from "./run-action.ts";

export interface MemoryRun {
  readonly failed: boolean;
  /** Everything that was written, in order, masks apart: log, annotations, outputs and summary. */
  readonly written: readonly string[];
  readonly masks: readonly string[];
}

export interface MemoryOptions {
  readonly inputs: ActionInputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** For one attempt of the adapter. */
  readonly timeoutMs?: number;
  /** In place of the adapter. */
  readonly openPleo?: (
    ...[key, origin, limits]: [...Parameters<CheckPorts["openPleo"]>, AskingLimits]
  ) => ReturnType<CheckPorts["openPleo"]>;
}

/** The whole Action in this process, over the real adapter; only waiting between attempts takes no time. */
export async function runInMemory({
  inputs,
  env = {},
  event,
  timeoutMs = 20_000,
  openPleo,
}: MemoryOptions): Promise<MemoryRun> {
  const written: string[] = [];
  const masks: string[] = [];
  let failed = false;
  const annotate = (severity: string) => (message: string, place: object) => {
    written.push(`${severity} ${JSON.stringify(place)} ${message}`);
  };
  const toolkit: Toolkit = {
    setSecret: (secret) => masks.push(secret),
    setOutput: (name, value) => written.push(`output ${name}=${value}`),
    info: (message) => written.push(message),
    error: annotate("error"),
    warning: annotate("warning"),
    notice: annotate("notice"),
    writeSummary: (markdown) => Promise.resolve(written.push(`summary ${markdown}`)),
  };
  await run({
    env: {
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_PATH: "event",
      ...runnerEnvironment(inputs),
      ...env,
    },
    toolkit,
    clock: { now: () => new Date("2027-01-15T12:00:00Z") },
    openWithin: (limits) => (key, origin) =>
      openPleo?.(key, origin, limits) ??
      createPleoApi({
        ...limits,
        key,
        origin,
        deadline: startDeadline(120_000),
        env: {},
        timeoutMs,
        platform: { sleep: () => Promise.resolve(), random: () => 0.5 },
      }),
    setGlobalProxy: undefined,
    readFile: () => JSON.stringify(event ?? {}),
    failStep: () => {
      failed = true;
    },
  });
  return { failed, written, masks };
}
