import { optional } from "../../../src/optional.ts";
import type { Finding, Severity } from "../../../src/report/finding.ts";
import type { FleetReport } from "../../../src/tenancy/fleet-report.ts";
import type { Annotation } from "../../sinks.ts";

/** GitHub shows no more of each kind for a step. */
const MOST_OF_A_KIND = 10;
const KINDS = ["error", "warning", "notice"] as const satisfies readonly Severity[];

/** Findings at the tenant's line of the manifest, the worst tenants first; what is left over is counted. */
export function renderFleetAnnotations(
  report: FleetReport,
  manifestPath: string,
): readonly Annotation[] {
  const ofFleet = report.findings.map((finding) => toAnnotation(finding, placeOf(finding)));
  const all = [
    ...ofFleet,
    ...report.tenants.flatMap(({ record, findings }) =>
      findings.map((finding) =>
        toAnnotation(
          { ...finding, title: `Tenant ${record.id}: ${finding.title}` },
          { file: manifestPath, startLine: record.line },
        ),
      ),
    ),
  ];
  return KINDS.flatMap((kind) => bound(all.filter(({ severity }) => severity === kind)));
}

function placeOf({ where }: Finding): Pick<Annotation, "file" | "startLine"> {
  return where === undefined || where.commit !== undefined
    ? {}
    : { file: where.file, ...optional("startLine", where.line) };
}

function toAnnotation(
  { severity, title, message, remedy, id }: Finding,
  place: Pick<Annotation, "file" | "startLine">,
): Annotation {
  return { severity, title, message: `${message} ${remedy} [${id}]`, ...place };
}

function bound(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= MOST_OF_A_KIND) return annotations;
  const shown = annotations.slice(0, MOST_OF_A_KIND - 1);
  const rest = annotations.length - shown.length;
  return [
    ...shown,
    {
      severity: first.severity,
      title: `${rest} more findings of this kind`,
      message: "The summary of this run has the worst of them, and `report-file` has all.",
    },
  ];
}
