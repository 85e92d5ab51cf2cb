/** What a report must be, said a second time and in the plainest way: strings, BigInt, one thing after the other. The reader is held against it. */
export interface Verdict {
  /** The line of the first fault, and everything that is wrong there: names of columns, or `row`. */
  readonly fault?: { readonly line: number; readonly in: ReadonlySet<string> };
  readonly kinds?: Readonly<Record<string, string>>;
  readonly amount?: bigint;
  readonly rows?: number;
}

const amounts = ["settlement_amount", "capture_amount", "refund_amount", "payment_fixed_fee_amount", "payment_variable_fee_amount", "dispute_fee_amount"];
const moreAmounts = ["fee_correction_amount", "chargeback_amount", "correction_chargeback_amount", "vat_amount", "holdback_amount", "release_amount"];
const debt = ["opening_debt_balance", "deposit_amount", "repay_amount", "closing_debt_balance"];
const summaryNames = [
  ...["settlement_id", "settling_business_entity_id", "created_at", "period_from", "period_to", "currency", "payout_id", "paid_out_at"],
  ...[...amounts, ...moreAmounts, ...debt],
];
const lineNames = [
  ...["type", "detailed_type", "created_at", "amount", "currency", "account_id", "settlement_id", "payment_transaction_id"],
  ...["payment_transaction_reference", "payment_capture_id", "payment_refund_id", "tax_amount", "tax_rate"],
];

export function verdictOn(bytes: Buffer): Verdict {
  let rest = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes;
  if (bytes.length === 0) return bad(1, "row");
  if (["1f8b", "504b", "fffe", "feff"].includes(bytes.subarray(0, 2).toString("hex"))) return bad(1, "row");
  let [line, lastRow, stage] = [1, 1, 0];
  let [summary, names]: [Record<string, string>, readonly string[]] = [{}, []];
  const kinds = new Map<string, [number, bigint, bigint]>();
  let rows = 0;
  while (rest.length > 0) {
    const taken = take(rest);
    if (taken === undefined) return bad(line, "row");
    const at = line;
    line += taken.lines;
    rest = rest.subarray(taken.length);
    if (taken.cells === null) continue;
    if (taken.cells === undefined) return bad(at, "row");
    const cells = taken.cells;
    lastRow = at;
    if (stage === 0 || stage === 2) {
      names = cells
        .map((cell) => utf8(cell, true)?.trim() ?? "")
        .map((name) => name.slice(name.lastIndexOf(".") + 1))
        .map((name) => (name === "evaluated_at" ? "pricing_evaluated_at" : name));
      const wanted = stage === 0 ? summaryNames : lineNames;
      const wrong = [...wanted.filter((name) => !names.includes(name)), ...names.filter((name, place) => name !== "" && names.indexOf(name) !== place)];
      if (wrong.length > 0) return bad(at, ...wrong, "row");
      stage += 1;
      continue;
    }
    if (cells.length !== names.length) return bad(at, "row");
    const texts = cells.map((cell) => utf8(cell, false));
    if (texts.includes(undefined) || texts.some((text, place) => names[place] === "" && text !== "")) return bad(at, "row");
    const row = Object.fromEntries(names.map((name, place) => [name, texts[place] ?? ""]));
    const wrong = stage === 1 ? wrongInSummary(row, names) : wrongInLine(row, summary);
    if (wrong.length > 0) return bad(at, ...wrong);
    if (stage === 1) {
      summary = row;
      stage = 2;
      continue;
    }
    const kind = `${row.type}/${row.detailed_type}`;
    const [count, amount, tax] = kinds.get(kind) ?? [0, 0n, 0n];
    kinds.set(kind, [count + 1, amount + BigInt(row.amount ?? 0), tax + BigInt(row.tax_amount || 0)]);
    rows += 1;
  }
  if (stage < 3) return bad(lastRow, "row");
  return { rows, amount: BigInt(summary.settlement_amount ?? 0), kinds: Object.fromEntries([...kinds].map(([kind, sums]) => [kind, sums.join(" ")])) };
}

function bad(line: number, ...columns: readonly string[]): Verdict {
  return { fault: { line, in: new Set(columns) } };
}

/** The next row's cells; null for a comment or an empty line, no cells for a row that can't be one, undefined for a quote that never closes. */
function take(bytes: Buffer): { length: number; lines: number; cells: Buffer[] | null | undefined } | undefined {
  const text = bytes.toString("latin1");
  if (text.startsWith("#")) {
    const end = text.indexOf("\n");
    return { length: end < 0 ? text.length : end + 1, lines: 1, cells: null };
  }
  // The last line may lack its break: then what is left of it may be the half of one.
  const empty = /^\r?\n|^\r$/.exec(text);
  if (empty) return { length: empty[0].length, lines: 1, cells: null };
  // Up to the first break outside of quotes; one that never closes is left over.
  const raw = /^(?:[^"\n]|"[^"]*")*/.exec(text)?.[0] ?? "";
  if (text[raw.length] === '"') return undefined;
  const body = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
  const cells: Buffer[] = [];
  let [at, fine] = [0, true];
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/s.exec(body.slice(at));
    if (!match) {
      fine = false;
      break;
    }
    const [whole, inQuotes, plain = "", comma] = match;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no cell may hold, in quotes or without.
    if (inQuotes === undefined ? /[\0-\x1f]/.test(plain) : /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(inQuotes)) fine = false;
    cells.push(Buffer.from(inQuotes?.replaceAll('""', '"') ?? plain, "latin1"));
    at += whole.length;
    if (comma === "") break;
  }
  return { length: Math.min(raw.length + 1, text.length), lines: 1 + (raw.match(/\n/g)?.length ?? 0), cells: fine ? cells : undefined };
}

const [strict, forgiving] = [true, false].map((fatal) => new TextDecoder("utf-8", { fatal, ignoreBOM: true }));

function utf8(bytes: Buffer, lenient: boolean): string | undefined {
  try {
    return (lenient ? forgiving : strict)?.decode(bytes);
  } catch {
    return undefined;
  }
}

function isWhole(text: string | undefined): boolean {
  return /^-?\d{1,16}$/.test(text ?? "") && BigInt(text ?? 0) <= 2n ** 53n - 1n && BigInt(text ?? 0) >= -(2n ** 53n - 1n);
}

function isTime(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map(Number);
  const zone = match[8] === "Z" || (Number(match[8]?.slice(1, 3)) <= 23 && Number(match[8]?.slice(-2)) <= 59);
  return (
    zone && year >= 1970 && new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text.slice(0, 10)) && hours < 24 && minutes < 60 && seconds < 60
  );
}

function wrongInSummary(row: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const text = row[name] ?? "";
    if (/_(amount|balance)$/.test(name)) return !isWhole(text);
    if (["created_at", "period_from", "period_to", "paid_out_at"].includes(name)) return text !== "" && !isTime(text);
    if (name === "currency") return !/^[A-Z]{3}$/.test(text);
    return name === "settlement_id" && text === "";
  });
}

function wrongInLine(row: Readonly<Record<string, string>>, summary: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(row).filter((name) => {
    const text = row[name] ?? "";
    if (name === "settlement_id" || name === "currency") return text !== summary[name];
    if (name === "type") return text === "";
    if (name === "amount") return !isWhole(text);
    if (["tax_amount", "tax_rate", "buy_rate_incentives_amount", "sell_rate_incentives_amount"].includes(name))
      return text !== "" && (!isWhole(text) || (name === "tax_rate" && Math.abs(Number(text)) > 1_000_000));
    if (name === "created_at") return !isTime(text);
    return ["payment_transaction_created_at", "pricing_evaluated_at"].includes(name) && text !== "" && !isTime(text);
  });
}
