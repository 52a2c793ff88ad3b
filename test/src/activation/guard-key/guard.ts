import { guardKey, type GuardRequest } from "../../../../src/activation/guard-key.ts";
import type { GuardReport } from "../../../../src/activation/guard-report.ts";
import type { PleoKey } from "../../../../src/key/pleo-key.ts";
import type { PleoApi } from "../../../../src/ports.ts";
import { exampleKey } from "../../../support/keys.ts";
import {
  cannedPleo,
  healthyExpectation,
  type CannedAnswers,
} from "../../../support/pleo-answers.ts";
import { expectReadable } from "../expect-readable.ts";

const NOW = new Date("2027-01-15T12:00:00Z");
export const KEY = exampleKey({ tail: "abc123" });

export interface Guarded extends Partial<GuardRequest> {
  readonly pleo?: CannedAnswers;
  readonly previousPleo?: CannedAnswers;
}

interface Guarding {
  readonly report: GuardReport;
  /** In the order in which Pleo was asked about them. */
  readonly opened: readonly { readonly key: string; readonly api: ReturnType<typeof cannedPleo> }[];
  readonly ids: readonly string[];
}

/** A healthy key, guarded as is said; whatever is found of it is told in whole sentences. */
export async function guard({
  pleo = {},
  previousPleo = {},
  ...request
}: Guarded): Promise<Guarding> {
  const opened: { readonly key: string; readonly api: ReturnType<typeof cannedPleo> }[] = [];
  const openPleo = (key: PleoKey): PleoApi => {
    const api = cannedPleo(opened.length === 0 ? pleo : previousPleo);
    opened.push({ key: key.reveal(), api });
    return api;
  };
  const report = await guardKey(
    { value: KEY, expectation: healthyExpectation(), ...request },
    { openPleo, clock: { now: () => NOW } },
  );
  expectReadable(report.findings);
  return { report, opened, ids: report.findings.map(({ id }) => id) };
}
