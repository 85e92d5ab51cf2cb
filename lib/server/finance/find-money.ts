import "server-only";
import type { PaletteMoney } from "@/lib/desk/palette";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { findByText } from "../payouts/find";
import { paymentLines } from "../settlements/lines";
import { numberOf, spellingsOf } from "../settlements/number";

/**
 * What a text is the id of: settlements, also by their number alone and by the payout that paid them out; a payout or an order of the Settlements API; the payment of a capture, a refund or a
 * chargeback in any settlement that is loaded. Settlements and payouts in either case, otherwise exactly as Klarna writes them, and each by an index.
 */
export async function findMoney(environment: Environment, text: string): Promise<readonly PaletteMoney[]> {
  const id = text.trim();
  if (!/^[\x21-\x7e]{3,200}$/.test(id)) return [];
  const [settlements, payoutOrOrder, payment] = await Promise.all([settlementsOf(environment, id), findByText(environment, id), paymentOf(environment, id)]);
  return [...settlements, ...(payoutOrOrder ? [named(payoutOrOrder)] : []), ...payment];
}

async function settlementsOf(environment: Environment, id: string): Promise<readonly PaletteMoney[]> {
  return query<PaletteMoney>(
    `SELECT 'settlement' AS kind, settlement_id AS id, amount::text, currency FROM settlements
     WHERE environment = $1 AND settlement_id IN (
       SELECT unnest(ARRAY[${spellingsOf("$2")}]) UNION SELECT settlement_id FROM settlements WHERE environment = $1 AND payout_id = $2
       UNION SELECT settlement_id FROM settlements WHERE environment = $1 AND ${numberOf("settlement_id")} IN (${spellingsOf("$2")}))
     ORDER BY sorted_at DESC, settlement_id LIMIT 5`,
    [environment, id],
  );
}

function named(found: { readonly payout: string } | { readonly order: string }): PaletteMoney {
  return "payout" in found ? { ...bare, kind: "payout", id: found.payout } : { ...bare, kind: "order", id: found.order };
}

async function paymentOf(environment: Environment, id: string): Promise<readonly PaletteMoney[]> {
  const payments = new Set((await paymentLines(environment, id)).map(({ payment_id }) => payment_id));
  return [...payments].slice(0, 5).map((payment) => ({ ...bare, kind: "payment", id: payment }));
}

const bare = { amount: null, currency: null };
