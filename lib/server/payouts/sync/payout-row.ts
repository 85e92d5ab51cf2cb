import "server-only";
import type { z } from "zod";
import type { Totals } from "@/lib/klarna/payouts-api/equation";
import type { payout } from "@/lib/klarna/payouts-api/fields";
import { totalNames } from "@/lib/klarna/payouts-api/fields";
import { minorUnits } from "@/lib/money";

export type Payout = z.output<typeof payout>;

/** A payout as its row holds it; `content` is all of it. */
export function payoutRow(given: Payout & { readonly payment_reference: string }) {
  return {
    reference: given.payment_reference,
    paid_at: momentIn(given.payout_date),
    currency: textIn(given.currency_code),
    merchant_id: textIn(given.merchant_id),
    settlement_type: textIn(given.merchant_settlement_type),
    amount: totalsIn(given).settlement_amount?.toString() ?? null,
    content: given,
  };
}

/** The totals of a payout as exact numbers: nested as Klarna documents them, or flat beside the rest. What is no whole number isn't there. */
export function totalsIn(content: Readonly<Record<string, unknown>>): Totals {
  const nested = typeof content.totals === "object" && content.totals !== null ? (content.totals as Readonly<Record<string, unknown>>) : content;
  return Object.fromEntries(
    totalNames.flatMap((name) => {
      const amount = minorUnits(nested[name] ?? undefined);
      return amount === undefined ? [] : [[name, amount]];
    }),
  );
}

/** A moment as PostgreSQL takes it; null for what is none. */
export function momentIn(given: unknown): string | null {
  const moment = typeof given === "string" && given !== "" ? new Date(given) : undefined;
  const time = moment?.getTime() ?? Number.NaN;
  // Beyond these a calendar has no four digits for a year.
  return moment && time > -62_135_596_800_000 && time < 253_402_300_800_000 ? moment.toISOString() : null;
}

export function textIn(given: unknown): string | null {
  return typeof given === "string" && given !== "" ? given : null;
}
