import { describeFleet, type ToldFleet } from "./told.ts";
import { renderFleetSummary } from "./summary.ts";
import { spellName } from "../reminder.ts";
import { tameMarkdown } from "../tame-markdown.ts";

/** GitHub takes no more characters, and none has less than a byte. */
const LONGEST_COMMENT = 65_536;
const ROWS = [100, 30, 10, 3, 1, 0] as const;

/** By this, in the beginning of its text, the comment on a manifest is found again. */
export function fleetCommentMarker(manifestPath: string): string {
  return `<!-- pleo-key-guard:comment tenants/${spellName(manifestPath)} -->`;
}

export function renderFleetComment(told: ToldFleet): string {
  const texts = ROWS.map((rows) => renderBody(told, rows));
  return (
    texts.find((text) => text.length <= LONGEST_COMMENT) ??
    [
      fleetCommentMarker(told.manifest.path),
      `${tameMarkdown(describeFleet(told))}. The rest is too long for a comment; the summary of the run has it.`,
      SIGNATURE,
    ].join("\n\n")
  );
}

/** What stands in a comment once there is nothing left to complain of. */
export function renderResolvedFleetComment(manifestPath: string): string {
  return [
    fleetCommentMarker(manifestPath),
    "## ✅ The Pleo keys of all tenants may be used",
    "What stood here is resolved.",
    SIGNATURE,
  ].join("\n\n");
}

const SIGNATURE =
  "<sub>Pleo Key Guard, on the keys of all tenants. It keeps this comment up to date.</sub>";

function renderBody(told: ToldFleet, rows: number): string {
  const limits = { rows, bytes: 4 * LONGEST_COMMENT, hasPicture: false };
  return [
    fleetCommentMarker(told.manifest.path),
    tameMarkdown(renderFleetSummary(told, limits).trimEnd()),
    SIGNATURE,
  ].join("\n\n");
}
