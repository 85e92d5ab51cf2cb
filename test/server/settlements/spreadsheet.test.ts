import Papa from "papaparse";
import { expect, test } from "vitest";

import { query } from "@/lib/server/db/client";
import { loadReport } from "@/lib/server/settlements/load";
import { spreadsheetPieces } from "@/lib/server/settlements/sheet/spreadsheet";

import { noKlarna, withDesk } from "../harness/desk";
import { smallReport } from "./made-report";

withDesk(noKlarna);

const account = "krn:partner:global:account:live:7d7713fc-43a2-40bd-baef-de444d85ac4";
const payment = "krn:payment:eu1:transaction:16a484d1-859b-489f-8969-d92dccc7a3a";
const odd = [
  "",
  "order-1",
  "=SUM(A1:A9)",
  "\u00a0=1+1",
  "  @x",
  "-5",
  "-5 EUR",
  "+46 8 123",
  "a,b",
  "a;b",
  "a;=1+1",
  "a\t@x",
  'says "so"',
  "two\nlines",
  "Ærøskøbing 🧾",
  "#1",
  "\t=1",
  "'",
  "x".repeat(900),
];
const names = [
  ...["type", "detailed_type", "created_at", "amount", "currency", "account_id", "settlement_id", "payment_transaction_id", "payment_transaction_reference"],
  ...["payment_capture_id", "payment_refund_id", "tax_amount", "tax_rate", "payment_chargeback_id", "payment_dispute_id", "pricing_evaluated_at"],
  ...["payment_transaction_created_at", "buy_rate_incentives_amount", "merchant_category_code", "payment_refund_reference"],
];

/** A transaction that is a little odd in each cell that may be. */
function transaction(at: number, currency: string): Readonly<Record<string, string>> {
  const text = (step: number) => odd[(at * step) % odd.length] ?? "";
  const id = at % 7 === 0 ? `old, payment ${text(3)}` : `${at % 11 === 0 ? "=odd:" : ""}${payment}${at % 10}`;
  const cells = [
    ...["SALE", at % 5 === 0 ? "=CAPTURE" : "CAPTURE", new Date(Date.UTC(2026, 9, 1 + (at % 3), 23, 59, 58, at % 1_000)).toISOString()],
    ...[String((at - 3) * 7 ** (at % 14)), currency, `${account}${at % 4}`, "S-1", id, text(1)],
    ...[at % 6 === 0 ? "" : `${id}:capture:${at}`, at % 2 === 0 ? `another:${text(5)}` : "", at % 3 === 0 ? "" : String(-at), at % 3 === 0 ? "" : "2550"],
    ...[at % 13 === 0 ? `${id}:chargeback:"${at}"` : "", text(7), at % 4 === 0 ? "" : "2026-10-01T05:27:57Z", at % 9 === 0 ? "1970-01-01T00:00:00.001Z" : ""],
    ...[at % 8 === 0 ? "0" : "", ["5712", ""][at % 2] ?? "", text(11)],
  ];
  return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ""]));
}

/** As a spreadsheet should say it, made in the plainest way. */
function expected(row: Readonly<Record<string, string>>, line: number, exponent: number): Readonly<Record<string, string>> {
  const text = (name: string) => {
    const value = row[name] ?? "";
    const safe = value.replace(/([;\t])([=@])/g, "$1'$2");
    return /^\s*[=+\-@\t\r]/.test(safe) && !/^-?\d+$/.test(safe) ? `'${safe}` : safe;
  };
  const decimal = (value: string, places: number) => (value === "" ? "" : places === 0 ? value : (Number(value) / 10 ** places).toFixed(places));
  const time = (name: string) => (row[name] ? new Date(row[name]).toISOString() : "");
  return {
    ...Object.fromEntries(
      ["type", "detailed_type", "currency", "account_id", "payment_transaction_id", "payment_transaction_reference", "payment_capture_id", "payment_refund_id"]
        .concat("payment_refund_reference", "payment_dispute_id", "payment_chargeback_id", "merchant_category_code")
        .map((name) => [name, text(name)]),
    ),
    ...Object.fromEntries(["created_at", "payment_transaction_created_at", "pricing_evaluated_at"].map((name) => [name, time(name)])),
    ...{ line: String(line), merchant: row.account_id?.endsWith("1") ? '\'=Blomster, "Söner"' : "" },
    ...{ amount: decimal(row.amount ?? "", exponent), tax_amount: decimal(row.tax_amount ?? "", exponent), tax_rate_percent: decimal(row.tax_rate ?? "", 2) },
    ...{ buy_rate_incentives_amount: decimal(row.buy_rate_incentives_amount ?? "", exponent), sell_rate_incentives_amount: "" },
    ...{ payment_capture_reference: "", product_instance_id: "", price_plan_id: "", payment_program_id: "", other_columns: "" },
  };
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

test.each([
  ["EUR", 2],
  ["JPY", 0],
  ["KWD", 3],
])("every cell of a spreadsheet in %s says what the report says, however odd it is, page after page", async (currency, exponent) => {
  await query("INSERT INTO merchants (environment, account_id, account_name) VALUES ('test', $1, $2) ON CONFLICT DO NOTHING", [
    `${account}1`,
    '=Blomster, "Söner"',
  ]);
  const rows = Array.from({ length: 2_000 }, (_, at) => transaction(at, currency));
  const summary = smallReport().toString("utf8").split("\n").slice(0, 2).join("\n").replace(",EUR,", `,${currency},`);
  const list = rows.map((row) => names.map((name) => cell(row[name] ?? "")).join(","));
  const lines = (text: string) => (text.match(/\n/g) ?? []).length;
  await loadReport(
    (async function* () {
      yield Buffer.from(`${summary}\n${[names.join(","), ...list].join("\n")}\n`);
    })(),
    { environment: "test", source: "imported", replaces: true },
  );
  const pieces: Buffer[] = [];
  for await (const piece of await spreadsheetPieces("test", "S-1")) pieces.push(piece);
  const { data, errors } = Papa.parse<Record<string, string>>(
    Buffer.concat(pieces)
      .toString("utf8")
      .replace(/^\ufeff/, ""),
    { header: true, skipEmptyLines: true, newline: "\r\n" },
  );
  expect(errors).toEqual([]);
  let line = 4;
  const right = rows.map((row, at) => {
    const shown = expected(row, line, exponent);
    line += 1 + lines(list[at] ?? "");
    return shown;
  });
  expect(data).toHaveLength(rows.length);
  for (const [at, shown] of data.entries()) expect(shown, `row ${at}`).toEqual(right[at]);
  const own: Buffer[] = [];
  for await (const piece of await spreadsheetPieces("test", "S-1", `${account}1`)) own.push(piece);
  expect(
    Buffer.concat(own)
      .toString("utf8")
      .match(/,S-1|Blomster/g),
  ).toHaveLength(500);
});

test("a spreadsheet whose report another one replaces meanwhile ends with a fault, not as if it were whole", async () => {
  const load = (report: Buffer) =>
    loadReport(
      (async function* () {
        yield report;
      })(),
      { environment: "test", source: "imported", replaces: true },
    );
  await load(
    smallReport((rows) => {
      rows.push(...Array.from({ length: 1_000 }, () => [...(rows[3] ?? [])]));
    }),
  );
  const pieces = await spreadsheetPieces("test", "S-1");
  const begin = [await pieces.next(), await pieces.next()];
  expect(begin.map(({ done }) => done)).toEqual([false, false]);
  await load(smallReport());
  const rest = async () => {
    for await (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
  };
  await expect(rest()).rejects.toThrow("Another report took this one's place");
});
