import type { PreviousKey } from "../../src/activation/check-rotation.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import type { Area, KeyArea } from "../../src/report/catalogue.ts";

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
  const names = switchedOffIn(area, report);
  const answer = provenAnswer(area, report);
  return names === "" ? answer : `${answer}, but for ${names}, which \`severities\` switches off`;
}

/** The ids of what was found and is not told, or an empty text. */
export function switchedOffIn(
  area: Area,
  { switchedOff = [] }: Pick<GuardReport, "switchedOff">,
): string {
  const found = switchedOff.filter((finding) => finding.area === area);
  return [...new Set(found.map(({ id }) => `\`${id}\``))].join(", ");
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
