import fc from "fast-check";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { runInMemory } from "../../support/run-in-memory.ts";
import { formsShown, WRAPPINGS } from "../../support/twin-keys.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";
import { openPleo, replies } from "./answers.ts";
import { composeInputs, someInputs } from "./inputs.ts";

/** What would have the run look at the machine that it runs on, or talk to GitHub. */
const LOOKS_AROUND: ReadonlySet<string> = new Set([
  ...["leak-scan", "workflow-audit", "sarif-file"],
  ...["comment", "reminder", "github-token"],
]);

export const run = createTarget({
  name: "whole run",
  inputs: fc.record({
    plan: keyPlans,
    wrapping: fc.constantFrom(...Object.keys(WRAPPINGS)),
    given: someInputs.map((inputs) => inputs.filter(([name]) => !LOOKS_AROUND.has(name))),
    answers: fc.array(replies, { maxLength: 4 }),
  }),
  holds: async ({ plan, wrapping, given, answers }) => {
    const [one, other] = await Promise.all(
      makeTwins(plan).map(async (key) => {
        const stored = (WRAPPINGS[wrapping] ?? String)(key);
        const { written, failed } = await runInMemory({
          inputs: {
            "api-key": stored,
            "company-id": "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            "required-scopes": "vendors:read",
            "expires-on": "2027-06-01",
            summary: "full",
            ...composeInputs(given, key),
          },
          event: { repository: { private: true } },
          openPleo: (sent) => openPleo(answers, { key: new PleoKey(sent.reveal()), spelled: key }),
        });
        const text = written.join("\n");
        require(formsShown(text, key).length === 0, "nothing that is written shows the key");
        const mayDeploy = text.includes("output deploy-allowed=true");
        require(!mayDeploy || text.includes("output verdict=pass"), "only a pass opens the gate");
        require(!(mayDeploy && failed), "what may be deployed has not failed");
        return text;
      }),
    );
    require(one === other, "two keys that end alike leave the same behind");
  },
});
