import "server-only";
import type { LineRow } from "./line-row";

/** What lines of one kind come to; no amount where the sign of one of them isn't known. */
export interface Sum {
  readonly type: string;
  readonly detailedType: string;
  lines: number;
  amount: bigint | null;
  tax: bigint;
}

/** Adds lines up by their kinds, exactly. */
export class Sums {
  private readonly kinds = new Map<string, Sum>();
  /** Lines whose VAT or amount is no whole number: what they come to can't be said. */
  unreadable = 0;

  add({ type, detailed_type, amount, tax, content }: LineRow): void {
    const name = JSON.stringify([type, detailed_type]);
    const sum = this.kinds.get(name) ?? { type: type ?? "", detailedType: detailed_type ?? "", lines: 0, amount: 0n, tax: 0n };
    this.kinds.set(name, sum);
    sum.lines += 1;
    sum.amount = sum.amount === null || amount === null ? null : sum.amount + BigInt(amount);
    sum.tax += tax === null ? 0n : BigInt(tax);
    if (tax === null && content.vat_amount !== null && content.vat_amount !== undefined) this.unreadable += 1;
  }

  get all(): readonly Sum[] {
    return [...this.kinds.values()];
  }
}
