import type { Finding } from "../../../src/report/finding.ts";
import type { Comparison } from "../../../src/tenancy/compare-tenants.ts";
import type { FleetEvidence } from "../../../src/tenancy/fleet-report.ts";
import { applySeverities, type Severities } from "../../severities.ts";

type Weighed = Required<Pick<FleetEvidence, "comparison" | "switchedOff">>;

/** What the user wants single findings to weigh holds across tenants too; what they switch off is kept apart. */
export function weighComparison(
  { ofTenants, ofFleet }: Comparison,
  severities: Severities,
): Weighed {
  const heard = new Map<string, readonly Finding[]>();
  const unheard = new Map<string, readonly Finding[]>();
  for (const [id, those] of ofTenants) {
    const { findings, switchedOff } = applySeverities(those, severities);
    if (findings.length > 0) heard.set(id, findings);
    if (switchedOff.length > 0) unheard.set(id, switchedOff);
  }
  const fleet = applySeverities(ofFleet, severities);
  return {
    comparison: { ofTenants: heard, ofFleet: fleet.findings },
    switchedOff: { ofTenants: unheard, ofFleet: fleet.switchedOff },
  };
}
