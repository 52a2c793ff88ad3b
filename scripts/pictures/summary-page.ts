import { marked } from "marked";
import { startSimulator } from "../../test/pleo-simulator/simulator.ts";
import { runAction } from "../../test/support/run-action.ts";
import { inputsOf, STORIES } from "../demo/stories.ts";
import { asOfOneDay } from "./as-of-one-day.ts";
import { createPage, type Page } from "./page.ts";

const STORY = "missing-scope";

const STYLE = `
  .frame { padding: 8px 24px 20px; }
  h2 { font-size: 20px; padding-bottom: 8px; border-bottom: 1px solid #d1d9e0; }
  table { border-collapse: collapse; font-size: 13px; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 12px; text-align: left; vertical-align: top; }
  td:first-child { width: 200px; }
  code { background: #eff1f3; border-radius: 4px; padding: 2px 4px; }
`;

/** The summary of the demo's run with a key that lacks a scope, as a public repository shows it: without ids and days. */
export async function createSummaryPage(): Promise<Page> {
  const story = STORIES.find(({ name }) => name === STORY);
  if (story === undefined) throw new Error(`The demo has no story ${STORY}.`);
  const simulator = await startSimulator();
  try {
    const { summary } = await runAction({ inputs: inputsOf(story, simulator) });
    return createPage({
      name: "job-summary",
      width: 900,
      height: 570,
      caption: "A job summary, rendered from the Markdown that the Action writes in the demo.",
      style: STYLE,
      body: await marked.parse(asOfOneDay(summary, new Date())),
    });
  } finally {
    await simulator.close();
  }
}
