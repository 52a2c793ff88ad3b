import type { FleetOutcome } from "../../tenants/fleet-outcome.ts";
import { renderSarifOf, type SarifOptions } from "../sarif.ts";

export type FleetSarifOptions = Omit<SarifOptions, "handOver" | "category">;

/** Findings about a tenant sit at its line of the manifest, those about the fleet at its first. */
export function renderFleetSarif(
  { report, manifest, shard }: FleetOutcome,
  options: FleetSarifOptions,
): string {
  const atLine = (startLine: number): { readonly file: string; readonly startLine: number } => ({
    file: manifest.path,
    startLine,
  });
  const subjects = report.tenants.map(({ record, findings }) => ({
    findings,
    handOver: atLine(record.line),
    tenant: record.id,
  }));
  // Shards that shared one category would replace each other's results.
  const part = shard === undefined ? "" : `/${shard.index}-of-${shard.count}`;
  const category = `pleo-key-guard/tenants/${options.redact(manifest.path)}${part}`;
  return renderSarifOf([{ findings: report.findings, handOver: atLine(1) }, ...subjects], {
    ...options,
    handOver: atLine(1),
    category,
  });
}
