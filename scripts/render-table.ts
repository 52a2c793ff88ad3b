/** A table of Markdown; its first row is the header. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...rest] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return [header, header.map(() => "---"), ...rest]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}
