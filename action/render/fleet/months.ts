import type { FleetTenant } from "../../../src/tenancy/fleet-report.ts";

const MONTHS_SHOWN = 12;
const LONGEST_BAR = 20;

interface Row {
  readonly label: string;
  readonly count: number;
}

/** How many keys are declared to end in each of the next months: a table, since every renderer draws one. */
export function renderMonths(tenants: readonly FleetTenant[], now: Date): string | undefined {
  const ends = tenants.flatMap(({ record }) => record.report.expiry?.at ?? []);
  if (ends.length === 0) return undefined;
  const first = monthOf(now);
  const months = ends.filter((at) => at > now).map((at) => monthOf(at) - first);
  const undeclared = tenants.length - ends.length;
  const rows: readonly Row[] = [
    { label: "has passed", count: ends.length - months.length },
    ...Array.from({ length: MONTHS_SHOWN }, (_, index) => ({
      label: nameOf(first + index),
      count: months.filter((month) => month === index).length,
    })),
    { label: "later", count: months.filter((month) => month >= MONTHS_SHOWN).length },
    { label: "not declared", count: undeclared },
  ];
  const most = Math.max(...rows.map(({ count }) => count));
  const lines = rows.map(({ label, count }) => `| ${label} | ${count} | ${barOf(count, most)} |`);
  return ["| Declared end | Keys | |", "|---|---:|---|", ...lines].join("\n");
}

function monthOf(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Whoever is there at all is seen. */
function barOf(count: number, most: number): string {
  return "█".repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * LONGEST_BAR)));
}
