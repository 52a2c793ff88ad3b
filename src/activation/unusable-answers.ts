import { keyHandling } from "../pleo/web-app.ts";
import type { Unavailability } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";

const STATUS_PAGE = "look at https://status.pleo.io";

/** What helps depends on what went wrong. Each completes "…, and run the check again". */
const WHAT_HELPS: Readonly<Record<Unavailability, string>> = {
  timeout: `Check the network and the proxy of the runner, give the check more time with \`timeout-seconds\` if it has little, ${STATUS_PAGE}`,
  "not-asked": "Give the check more time with `timeout-seconds`",
  network: `Check the network, the firewall and the proxy of the runner, ${STATUS_PAGE}`,
  "rate-limited": "Wait a few minutes, let fewer jobs ask Pleo at the same time",
  "server-error": "Look at https://status.pleo.io",
  redirected:
    "Check `api-url` and the proxy of the runner for what redirects, since Pleo's API does not",
  "unexpected-status":
    "Check `api-url` and the proxy of the runner for what answers in Pleo's place",
};

/** Questions to which there was no usable answer, all for the same reason. */
export function pleoUnavailable(
  because: Unavailability,
  questions: readonly string[],
  accepted: boolean,
): Finding {
  return createFinding("pleo-unavailable", {
    question: questions.join(" and "),
    problem: describeAnswer({ kind: "unavailable", because }),
    meaning: accepted
      ? "that part is not known, though Pleo accepts the key"
      : "this says nothing about the key",
    help: WHAT_HELPS[because],
  });
}

/** Answers that repeat the key: whoever wrote them has it, and is hardly Pleo. */
export function keyRepeated(
  questions: readonly string[],
  { kind, environment }: Expectation,
): Finding {
  const { renew } = keyHandling(kind, environment);
  return createFinding("key-repeated", { question: questions.join(" and "), renew });
}
