import type { Finding } from "../../src/report/finding.ts";
import type { ActionRun } from "../../test/support/run-action.ts";

/** What a consumer reads out of the output `findings`. */
export function findingsOf({ outputs }: ActionRun): readonly Finding[] {
  const text = outputs["findings"] ?? "";
  return text === "" ? [] : (JSON.parse(text) as readonly Finding[]);
}
