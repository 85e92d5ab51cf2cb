import { type Accounts, slots } from "@/lib/desk/books/slots";
import { typedOf } from "@/lib/desk/books/typed-accounts";
import { accountsOf, keepAccounts } from "@/lib/server/books/accounts";
import { lookFirst, makeExport } from "@/lib/server/books/export";
import { downloadExport } from "@/lib/server/books/file";
import { query } from "@/lib/server/db/client";
import type { Session } from "@/lib/server/session";

import { signedIn } from "../harness/people";

/** Somebody of finance, as the desk knows them. */
export async function finance(): Promise<Session> {
  const { id, sessionId, email } = await signedIn("finance");
  return { id: sessionId, personId: id, name: email, email, role: "finance", method: "password", proved: true, lacksFactor: false };
}

/** Names an account for everything, but for what is named. */
export async function nameAccounts(by: Session, without: readonly string[] = []): Promise<void> {
  const accounts = Object.fromEntries(
    slots.flatMap((slot, at) => (without.includes(slot) ? [] : [[slot, { number: String(1000 + at), name: `The ${slot}` }]])),
  );
  await setAccounts(accounts, by);
}

/** Sets the accounts, whatever they were. */
export async function setAccounts(accounts: Accounts, by: Session): Promise<void> {
  await keepAccounts({ environment: "test", accounts: typedOf(accounts), seen: typedOf(await accountsOf("test")) }, by);
}

/** A payout of a day that adds up, with its lines: a sale, a fee of each kind, VAT and a refund. */
export async function putPayout(reference: string, date: string, sale: number, currency = "SEK"): Promise<void> {
  const totals = { sale_amount: sale, return_amount: 100, fee_amount: 50, tax_amount: 12, settlement_amount: sale - 162 };
  await query(
    `WITH connection AS (
       INSERT INTO payout_connections (id, environment, region, name, hint, start_date)
       VALUES ('00000000-0000-4000-8000-00000000000a', 'test', 'eu', 'Shop', 'x', '2026-01-01') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id),
     made AS (
       INSERT INTO payouts (environment, connection_id, payment_reference, payout_date, listed_at, currency, merchant_id, settlement_type, amount, content, lines_due, lines_read_at, proof)
       SELECT 'test', id, $1, $2::timestamptz, $2::timestamptz, $3, 'M-1', 'NET', $4, $5::jsonb, false, now(), '{"lines": "agree"}' FROM connection RETURNING id),
     lines AS (
       INSERT INTO payout_lines (payout_id, key, type, detailed_type, amount, tax, currency, order_id, merchant_reference, content)
       SELECT made.id, decode(md5($1 || key), 'hex'), type, detailed, amount, tax, $3, 'order-' || key, 'shop-' || key, '{}' FROM made, (VALUES
         ('1', 'SALE', 'PURCHASE', $6::bigint, NULL::bigint), ('2', 'FEE', 'PURCHASE_FEE_FIXED', -20, -5), ('3', 'FEE', 'PURCHASE_FEE_PERCENTAGE', -30, -7),
         ('4', 'RETURN', 'PURCHASE_RETURN', -100, NULL)) AS l(key, type, detailed, amount, tax))
     INSERT INTO payout_sums (payout_id, type, detailed_type, lines, amount, tax)
     SELECT made.id, type, detailed, 1, amount, tax FROM made, (VALUES
       ('SALE', 'PURCHASE', $6::bigint, 0), ('FEE', 'PURCHASE_FEE_FIXED', -20, -5), ('FEE', 'PURCHASE_FEE_PERCENTAGE', -30, -7), ('RETURN', 'PURCHASE_RETURN', -100, 0))
       AS s(type, detailed, amount, tax)`,
    [reference, date, currency, totals.settlement_amount, JSON.stringify({ payment_reference: reference, totals }), sale],
  );
}

/** Looks, and exports what was seen; answers the export's id. */
export async function exportMonth(month: string, by: Session, style: "collected" | "lines" = "collected"): Promise<string> {
  const { seen } = await lookFirst("test", month, style);
  return (await makeExport({ environment: "test", month, style, seen }, by)).id;
}

/** A row of a downloaded file, by its header. */
export type CsvRow = Readonly<Record<string, string>>;

/** An export's file: its text, and its rows. */
export async function fileOf(
  id: string,
  by: Session,
  style: "collected" | "lines" = "collected",
): Promise<{ readonly text: string; readonly rows: readonly CsvRow[] }> {
  const text = await (await downloadExport({ environment: "test", id, style }, by)).text();
  const [header = "", ...lines] = text.split("\r\n").filter((line) => line !== "");
  const names = header.replace("\ufeff", "").split(",");
  return { text, rows: lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at] ?? "", cell]))) };
}

/** What one column comes to by voucher, in hundredths. */
export function sumBy(rows: readonly CsvRow[], column: "debit" | "credit", of: (row: CsvRow) => boolean = () => true): Readonly<Record<string, bigint>> {
  const sums: Record<string, bigint> = {};
  for (const row of rows.filter(of)) sums[row.voucher ?? ""] = (sums[row.voucher ?? ""] ?? 0n) + BigInt((row[column] || "0.00").replace(".", ""));
  return sums;
}
