const columns = ["name", "ours", "yardstick", "unit", "ratio", "goal", "holds"];
const numbers = new Set(["ours", "yardstick", "ratio"]);

/** Figures as a table for people, one row each. */
export function table(figures) {
  const rows = [columns, ...figures.map((figure) => columns.map((column) => cell(column, figure[column])))];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows
    .map((row) =>
      row
        .map((text, at) => (numbers.has(columns[at]) ? text.padStart(widths[at]) : text.padEnd(widths[at])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cell(column, value) {
  return column === "holds" ? (value ? "yes" : "NO") : String(value);
}
