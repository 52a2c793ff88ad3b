import type { GuardReport } from "../../src/activation/guard-report.ts";
import { COMPANY } from "../support/pleo-answers.ts";

export const PROVEN = { accepted: true, active: true, company: true };
/** A key of which all was asked, and all is well. */
export const PASSED: GuardReport = {
  verdict: "pass",
  findings: [],
  proofs: PROVEN,
  installationStatuses: ["ACTIVATED"],
  company: { expected: COMPANY, actual: COMPANY },
  scopes: { granted: ["users:read"], missing: [], excess: [] },
  expiry: {
    text: "2027-06-01",
    at: new Date("2027-06-01T00:00:00Z"),
    daysLeft: 136,
    hasPassed: false,
  },
};
