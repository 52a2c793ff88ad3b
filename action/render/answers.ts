import type { PreviousKey } from "../../src/activation/check-rotation.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import type { KeyArea } from "../../src/report/catalogue.ts";

const NOT_CHECKED = "➖ not checked";
const YES = "✅ yes";

const ROTATION: Readonly<Record<PreviousKey, string>> = {
  needed: "➖ the old key must stay for now",
  deletable: "✅ the old key may be deleted",
  overdue: "❌ the old key still works",
  gone: "✅ the old key no longer works",
};

/** The answer to a question about which nothing was found: silence is consent only where there is a proof. */
export function answerWithoutFindings(area: KeyArea, report: GuardReport): string {
  const ids = (report.switchedOff ?? []).filter((finding) => finding.area === area);
  const names = [...new Set(ids.map(({ id }) => `\`${id}\``))].join(", ");
  const answer = provenAnswer(area, report);
  return names === "" ? answer : `${answer}, but for ${names}, which \`severities\` switches off`;
}

function provenAnswer(area: KeyArea, report: GuardReport): string {
  const { proofs, previousKey, scopes, expiry } = report;
  if (area === "rotation") return previousKey === undefined ? NOT_CHECKED : ROTATION[previousKey];
  if (area === "format") return proofs.accepted ? YES : "✅ it has the form of one";
  if (!proofs.accepted) return NOT_CHECKED;
  switch (area) {
    case "activation":
      return proofs.active ? YES : NOT_CHECKED;
    case "company":
      return proofs.company ? YES : NOT_CHECKED;
    case "scopes":
      return scopes.granted === undefined
        ? "✅ it may do what it must; whether it may do more cannot be seen"
        : YES;
    case "expiry":
      return expiry === undefined ? NOT_CHECKED : "✅ yes, as declared";
  }
}
