import "server-only";
import type { Part } from "@/lib/desk/books/entry";
import type { BookNote, DatedBy } from "@/lib/desk/books/month";
import { type PayoutMoney, partsOfLines, partsOfPayout } from "@/lib/desk/books/of-payout";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { changedSince } from "../payouts/sync/keep-lines";
import { totalsIn } from "../payouts/sync/payout-row";
import { isTransferOf } from "../settlements/number";
import { type BookPayable, standingOf, type While } from "./payable";

/** The payouts of a while, as the books see them. */
export async function payoutsOf(asked: While): Promise<readonly BookPayable[]> {
  return (await query<PayoutRow>(statement, asked)).map(payableOf);
}

interface PayoutRow {
  readonly id: string;
  readonly date: string;
  readonly dated: DatedBy;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly settlement_type: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly due: boolean;
  readonly gone: boolean;
  readonly settled: boolean;
  readonly proved: string | null;
  readonly source: string;
  readonly sums: readonly { readonly type: string; readonly detailedType: string; readonly amount: string | null; readonly tax: string }[];
}

function payableOf({ settlement_type, content, due, gone, proved, sums, ...row }: PayoutRow): BookPayable {
  // Nothing is paid with an invoice, however it stands.
  const invoice: readonly BookNote[] = settlement_type === "GROSS_FEE" ? ["invoice"] : [];
  const shared = { ...row, kind: "payout" as const, reference: row.id, payable: undefined, lines: undefined, gap: null, notes: invoice };
  if (gone) return { ...shared, standing: "gone" };
  if (due) return { ...shared, standing: "waiting" };
  const totals = totalsIn(content);
  const money = sums.map(({ amount, tax, ...kind }) => ({ ...kind, amount: amount === null ? undefined : BigInt(amount), tax: BigInt(tax) }));
  const payable = partsOfPayout(totals, settlement_type, money);
  if (!payable || row.currency === null) return { ...shared, standing: "unreadable" };
  const notes: readonly (BookNote | false)[] = [
    payable.feesTogether && "fees-together",
    proved === "differ" && "lines-differ",
    proved === "unknown" && "lines-unknown",
  ];
  const lines = all(money.map((one: PayoutMoney) => partsOfLines(one, payable.form, totals)));
  return { ...shared, payable, ...standingOf(payable), lines, notes: [...invoice, ...notes.filter((note) => note !== false)] };
}

function all(given: readonly (readonly Part[] | undefined)[]): readonly Part[] | undefined {
  const known = given.filter((parts) => parts !== undefined);
  return known.length === given.length ? known.flat() : undefined;
}

// A re-reading marks the lines of everything as due: those of what hasn't changed since they were read still count.
const isDue = `p.lines_due AND ${changedSince}`;

const statement = `
  SELECT p.payment_reference AS id, to_char(p.listed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date, CASE WHEN p.payout_date IS NULL THEN 'seen' ELSE 'paid' END AS dated,
    p.currency, p.amount::text, p.settlement_type, p.content, ${isDue} AS due, p.gone_at IS NOT NULL AS gone, p.proof->>'lines' AS proved,
    EXISTS (SELECT 1 FROM settlements s WHERE s.environment = p.environment AND ${isTransferOf("p.payment_reference", "s.settlement_id")} AND s.amount IS NOT NULL) AS settled,
    ${utc("p.changed_at")} AS source,
    coalesce((SELECT json_agg(json_build_object('type', type, 'detailedType', detailed_type, 'amount', amount::text, 'tax', tax::text))
      FROM payout_sums WHERE payout_id = p.id), '[]') AS sums
  FROM payouts p WHERE p.environment = $1 AND p.listed_at >= $2::timestamptz AND p.listed_at < $3::timestamptz`;
