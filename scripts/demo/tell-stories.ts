import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { startSimulator, type Simulator } from "../../test/pleo-simulator/simulator.ts";
import { runAction, type ActionRun } from "../../test/support/run-action.ts";
import { findingsOf } from "./findings.ts";
import { inputsOf, type Story } from "./stories.ts";
import { surprisesIn } from "./surprises.ts";

export interface Telling {
  /** Emptied first, so that it holds the summaries of this telling and no others. */
  readonly folder: string;
  readonly print: (text: string) => void;
}

/** Plays every story, prints what came of it, and says how many ended otherwise than expected. */
export async function tellStories(stories: readonly Story[], telling: Telling): Promise<number> {
  const { folder, print } = telling;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  print(
    "The Action checks keys made for this run, and a simulated Pleo on this machine answers.\n",
  );
  const simulator = await startSimulator();
  try {
    const tellings: boolean[] = [];
    for (const story of stories) tellings.push(await tellStory(story, simulator, telling));
    const writes = simulator.requests.filter(({ refusedWrite }) => refusedWrite).length;
    const surprises = tellings.filter((surprised) => surprised).length + writes;
    const keys = keysIn(stories, simulator);
    print(
      `${stories.length} runs checked ${keys} keys with ${simulator.requests.length} requests, ${writes === 0 ? "none" : writes} of which wrote; ${surprises} surprises.`,
    );
    return surprises;
  } finally {
    await simulator.close();
  }
}

async function tellStory(
  story: Story,
  simulator: Simulator,
  { folder, print }: Telling,
): Promise<boolean> {
  simulator.clearFaults();
  story.arrange?.(simulator);
  const run = await runAction({
    inputs: inputsOf(story, simulator),
    event: { repository: { private: true }, ...story.event },
  });
  const path = posix.join(folder, `${story.name}.md`);
  writeFileSync(path, run.summary);
  const surprises = surprisesIn(run, story.expected);
  print(`── ${story.title}\n${describe(run, path)}`);
  print(surprises.map((surprise) => `  !! ${surprise}\n`).join(""));
  return surprises.length > 0;
}

/** The runner's view of a step in a few lines; the whole report is in the summary. */
function describe(run: ActionRun, path: string): string {
  const { outputs, exitCode } = run;
  const safeToRevoke = outputs["rotation-safe-to-revoke"] ?? "";
  const rotation = safeToRevoke === "" ? "" : `, rotation-safe-to-revoke ${safeToRevoke}`;
  return [
    `${(outputs["verdict"] ?? "").toUpperCase().padEnd(9)}exit code ${String(exitCode)}, deploy-allowed ${outputs["deploy-allowed"] ?? ""}${rotation}`,
    ...findingsOf(run).map(({ severity, title, id }) => `  ${severity}: ${title} [${id}]`),
    `  next: ${outputs["next-step"] ?? ""}`,
    `  summary: ${path}`,
  ].join("\n");
}

/** How many different keys were handed over. A rotation brings two, and one key may star in several stories. */
function keysIn(stories: readonly Story[], simulator: Simulator): number {
  const values = stories.flatMap((story) => {
    const inputs = inputsOf(story, simulator);
    return [inputs["api-key"], inputs["previous-api-key"]].map((value) => value?.trim() ?? "");
  });
  return new Set(values.filter((value) => value !== "")).size;
}
