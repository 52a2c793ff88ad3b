/**
 * What the Action says, on a Pleo that runs on this machine: no account, no network, no real key. Each story runs
 * the committed bundle in a process of its own, as the runner would.
 */
import { STORIES } from "./demo/stories.ts";
import { tellStories } from "./demo/tell.ts";

const surprises = await tellStories(STORIES, {
  folder: "demo-output",
  print: (text) => {
    console.log(text);
  },
});
process.exitCode = surprises === 0 ? 0 : 1;
