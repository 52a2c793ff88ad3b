import { appendFileSync } from "node:fs";

/** One table of what was measured. */
export interface Measurement {
  /** What is compared, on what, and how often. */
  readonly title: string;
  /** The first names what each row is about. Texts are printed as they are. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Where a benchmark that is run with others writes down what it has measured. */
export const RECORD_VARIABLE = "BENCH_RECORD";

/** Prints a table, and leaves it to whoever runs all benchmarks, a line of JSON each. */
export function report({ title, rows }: Measurement): void {
  console.log(`\n${title}`);
  console.table(rows);
  const record = process.env[RECORD_VARIABLE];
  if (record !== undefined) appendFileSync(record, `${JSON.stringify({ title, rows })}\n`);
}
