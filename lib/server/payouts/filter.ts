import "server-only";
import { butInvoices } from "@/lib/desk/filter-words";
import { type PayoutFilter, payoutProofs } from "@/lib/desk/payout";
import { isDay } from "@/lib/klarna/day";
import type { Environment } from "@/lib/klarna/environment";

import type { Values } from "../db/values";
import { ofCurrency } from "../of-currency";

/** What an address asks of the payouts; what can't be meant is left out. */
export function payoutFilterIn(search: Readonly<Record<string, string | readonly string[] | undefined>>): PayoutFilter {
  const text = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? (search[name] as string).slice(0, 100) : undefined);
  const day = (name: string) => (isDayOfOurs(text(name)) ? text(name) : undefined);
  const given: PayoutFilter = {
    from: day("from"),
    to: day("to"),
    currency: text("currency"),
    merchant: text("merchant"),
    type: text("type"),
    proof: payoutProofs.find((proof) => proof === text("proof")),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** SQL for whether payout `p` doesn't come to what it should, and is known not to; the index of such payouts says the same. */
export const differs = "(p.proof->>'equation' = 'differs' OR p.proof->>'lines' = 'differ')";

/** SQL for whether payout `p` doesn't add up, or can't be proved. */
export const isOdd = "(p.gone_at IS NULL AND (p.proof->>'equation' <> 'closes' OR p.proof->>'lines' <> 'agree'))";

/** The condition that a filter means, on `payouts p`. */
export function conditionOf(environment: Environment, { from, to, currency, merchant, type, proof }: PayoutFilter, values: Values): string {
  const conditions = [
    `p.environment = ${values.add(environment)}`,
    ...(from ? [`p.listed_at >= ${values.add(`${from}T00:00:00Z`)}::timestamptz`] : []),
    ...(to ? [`p.listed_at < ${values.add(`${to}T00:00:00Z`)}::timestamptz + interval '24 hours'`] : []),
    ...(currency ? [ofCurrency("p.currency", currency, values)] : []),
    ...(merchant ? [`p.merchant_id = ${values.add(merchant)}`] : []),
    ...(type ? [type === butInvoices ? "p.settlement_type IS DISTINCT FROM 'GROSS_FEE'" : `p.settlement_type = ${values.add(type)}`] : []),
    ...(proof ? [proof === "odd" ? isOdd : "p.lines_due AND p.gone_at IS NULL"] : []),
  ];
  return conditions.join(" AND ");
}

function isDayOfOurs(text: string | undefined): boolean {
  return text?.startsWith("2") === true && isDay(text);
}
