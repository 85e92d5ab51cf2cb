/** A transaction of a report, by the names of its columns. */
export type ReportRow = Readonly<Record<string, string>>;

/** The transactions of a report without quotes, read in the plainest way. */
export function rowsOf(report: string): readonly ReportRow[] {
  const lines = report.split("\n").map((text, at) => ({ text, line: String(at + 1) }));
  const from = lines.findIndex(({ text }) => text.startsWith("type,"));
  const names = lines[from]?.text.split(",") ?? [];
  return lines
    .slice(from + 1)
    .filter(({ text }) => text !== "" && !text.startsWith("#"))
    .map(({ text, line }) => ({ line, ...Object.fromEntries(text.split(",").map((cell, at) => [names[at] ?? "", cell])) }));
}

/** What Klarna's API itself says a purchase costs, asked with everything that its row says. */
export type Ask = (row: ReportRow) => Promise<{ readonly percentage: number; readonly fixed: number }>;

/** Fees that aren't what the plan says, reckoned anew with whole numbers: by line, charged less expected. One fee of a kind for a capture. */
export async function differencesIn(rows: readonly ReportRow[], ask: Ask): Promise<ReadonlyMap<number, number>> {
  const captures = new Map(rows.filter(({ type }) => type === "SALE").map((row) => [row.payment_capture_id, Number(row.amount)]));
  const charged = new Set<string>();
  const differences = new Map<number, number>();
  for (const row of rows.filter(({ detailed_type }) => detailed_type === "PAYMENT_FIXED_FEE" || detailed_type === "PAYMENT_VARIABLE_FEE")) {
    const { percentage, fixed } = await ask(row);
    const once = `${row.payment_capture_id} ${row.detailed_type}`;
    const share = (captures.get(row.payment_capture_id) ?? Number.NaN) * percentage;
    const variable = (share - (share % 10_000)) / 10_000 + (share % 10_000 >= 5_000 ? 1 : 0);
    const expected = charged.has(once) ? 0 : -(row.detailed_type === "PAYMENT_FIXED_FEE" ? fixed : variable);
    charged.add(once);
    if (Number(row.amount) !== expected) differences.set(Number(row.line), Number(row.amount) - expected);
  }
  return differences;
}
