import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";

import type { line } from "@/lib/klarna/payouts-api/fields";
import { signedAmount, signedTax } from "@/lib/klarna/payouts-api/kinds";
import { minorUnits } from "@/lib/money";

import { momentIn, textIn } from "./payout-row";

export type Line = z.output<typeof line>;

/** A line as its row holds it. */
export interface LineRow {
  readonly key: string;
  readonly type: string | null;
  readonly detailed_type: string | null;
  readonly amount: string | null;
  readonly tax: string | null;
  readonly currency: string | null;
  readonly captured_at: string | null;
  readonly order_id: string | null;
  readonly merchant_reference: string | null;
  readonly capture_id: string | null;
  readonly refund_id: string | null;
  readonly content: Line;
}

/**
 * Makes rows of one payout's lines, in their order. Klarna gives lines no id, and none of their fields is one: a capture has several lines,
 * returns have an empty capture, two refunds of a second look alike. So a line's key is a hash of all that tells it from others, and of how
 * many like it came before it: the same each time the payout is read, and another for each of its lines.
 */
export class LineRows {
  private readonly seen = new Map<string, number>();

  constructor(private readonly reference: string) {}

  of(given: Line): LineRow {
    const amount = minorUnits(given.amount ?? undefined);
    const tax = minorUnits(given.vat_amount ?? undefined);
    return {
      key: this.keyOf(given),
      type: textIn(given.type),
      detailed_type: textIn(given.detailed_type),
      amount: (amount === undefined ? undefined : signedAmount(given.type, amount))?.toString() ?? null,
      tax: tax === undefined ? null : signedTax(given.type, tax).toString(),
      currency: textIn(given.currency_code),
      captured_at: momentIn(given.capture_date),
      order_id: textIn(given.order_id),
      merchant_reference: textIn(given.merchant_reference1),
      capture_id: textIn(given.capture_id),
      refund_id: textIn(given.refund_id),
      content: given,
    };
  }

  private keyOf(given: Line): string {
    const { type, detailed_type, order_id, capture_id, refund_id, capture_date, amount, currency_code } = given;
    const what = JSON.stringify(
      [this.reference, type, detailed_type, order_id, capture_id, refund_id, capture_date, amount, currency_code].map((one) => one ?? null),
    );
    const alike = hashOf(what);
    const before = this.seen.get(alike) ?? 0;
    this.seen.set(alike, before + 1);
    return before === 0 ? alike : hashOf(`${before}\n${what}`);
  }
}

/** Half of a SHA-256: among all lines there will ever be, two with the same are not to be expected. */
function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
