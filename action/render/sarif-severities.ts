import type { Area, FindingId } from "../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../src/report/whole-catalogue.ts";

/**
 * How bad a finding is for the safety of the key and of the company behind it, as code scanning has it: from 9.0
 * critical, from 7.0 high, from 4.0 medium, below that low. By the question that the finding answers.
 */
const BY_AREA: Readonly<Record<Area, number>> = {
  format: 3,
  activation: 4,
  company: 7.5,
  scopes: 3,
  expiry: 3,
  rotation: 5,
  leak: 9.5,
  workflow: 5,
  tenancy: 6,
};

/** What is worse, or less bad, than others that answer the same question. */
const BY_ID: Readonly<Partial<Record<FindingId, number>>> = {
  "key-foreign-secret": 6,
  "key-repeated": 8.5,
  "company-mismatch": 8,
  "company-disagreement": 8,
  "key-reaches-more-companies": 6.5,
  "scope-excess": 5.5,
  "lifetime-too-long": 4.5,
  "expiry-undeclared": 3.5,
  "rotation-company-changed": 8,
  "rotation-previous-alive": 6.5,
  "key-shaped-text": 8,
  "key-in-env-file": 5,
  "leak-scan-incomplete": 4,
  "history-incomplete": 4,
  "workflow-secret-public": 9.3,
  "workflow-secret-published": 8.5,
  "workflow-untrusted-code": 9,
  "workflow-secret-in-script": 7.5,
  "workflow-secret-to-unpinned-action": 7,
  "workflow-guard-unpinned": 6,
  "workflow-secrets-all": 6,
  "workflow-secret-on-command-line": 5.5,
  "workflow-no-environment": 3.5,
  "workflow-unreadable": 4,
  "tenant-key-shared": 9,
  "tenant-company-shared": 8,
  "tenant-environments-mixed": 3,
  "tenant-key-unclaimed": 3.5,
};

/** A number as text: GitHub takes nothing else. */
export function securitySeverityOf(id: FindingId): string {
  return (BY_ID[id] ?? BY_AREA[WHOLE_CATALOGUE[id].area]).toFixed(1);
}

/** The very value was found, or Pleo itself has said so; a shape is a guess, and not knowing is no finding of fact. */
export function precisionOf(id: FindingId): "very-high" | "high" | "medium" {
  const { area, inconclusive } = WHOLE_CATALOGUE[id];
  if (inconclusive === true || id === "key-shaped-text") return "medium";
  return area === "workflow" ? "high" : "very-high";
}
