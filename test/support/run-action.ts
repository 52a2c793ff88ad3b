import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { EOL, tmpdir } from "node:os";
import { join } from "node:path";
import type { InputName } from "../../action/contract.ts";
import { variableOf } from "../../action/raw-inputs.ts";

export type ActionInputs = Readonly<Partial<Record<InputName, string>>>;

export interface RunOptions {
  readonly inputs: ActionInputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
}

/** All that a run leaves behind. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** What the runner sets for a Node action, and nothing of the machine that runs the tests. */
export function runnerEnvironment(inputs: ActionInputs): Record<string, string> {
  const entries = Object.entries(inputs) as [InputName, string][];
  return Object.fromEntries(entries.map(([name, value]) => [variableOf(name), value]));
}

/** Runs the committed bundle as the runner would: its own process, files for what it writes. */
export async function runAction({ inputs, env = {}, event = {} }: RunOptions): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-"));
  const file = (name: string, text = ""): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const outputFile = file("output");
    const summaryFile = file("summary");
    const child = spawn(process.execPath, ["action/dist/index.js"], {
      env: {
        GITHUB_ACTIONS: "true",
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: summaryFile,
        GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event)),
        ...runnerEnvironment(inputs),
        ...env,
      },
    });
    const [stdout, stderr, exitCode] = await Promise.all([
      readAll(child.stdout),
      readAll(child.stderr),
      new Promise<number | null>((resolve) => child.once("close", resolve)),
    ]);
    return {
      exitCode,
      stdout: withLineFeeds(stdout),
      stderr,
      outputs: parseOutputs(withLineFeeds(readFileSync(outputFile, "utf8"))),
      summary: readFileSync(summaryFile, "utf8"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The toolkit ends its lines as the system does. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(EOL, "\n");
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The runner's file format: `name<<delimiter`, lines, `delimiter`. The last word on a name counts. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)) {
    outputs[name] = value;
  }
  return outputs;
}

/** Standard output without the masks that stand at its beginning. */
export function withoutMasks(stdout: string): string {
  return stdout.replaceAll(/^::add-mask::.*\n/gm, "");
}
