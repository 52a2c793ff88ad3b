/** A table of Markdown; its first row is the header. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return [header, header.map(() => "---"), ...rest]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

/** The same as the formatter leaves it: for tables in pages that it formats. */
export function renderAlignedTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const [header = "", ...rest] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const line = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [header, line, ...rest].join("\n");
}
