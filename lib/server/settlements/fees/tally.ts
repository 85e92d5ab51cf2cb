import "server-only";
import { type FeeOutcome, type FeeReason, feeReasons } from "@/lib/desk/fee-audit";

import type { FeeRow, Finding } from "./judge";

/** So many different details are told apart; of more, only the reason is. */
const mostDetails = 200;

interface Sum {
  readonly account: number;
  readonly outcome: FeeOutcome;
  readonly reason: FeeReason;
  readonly detail: string;
  rows: number;
  charged: bigint;
  expected: bigint;
}

/** What fees come to, for each account by what was found of them. */
export class Tally {
  private readonly byKey = new Map<string, Sum>();
  private readonly details = new Set<string>();

  add({ account, charged }: FeeRow, { reason, detail, priced }: Finding): void {
    const told = this.told(detail);
    const key = `${account} ${reason} ${told}`;
    const sum = this.byKey.get(key) ?? { account, outcome: feeReasons[reason], reason, detail: told, rows: 0, charged: 0n, expected: 0n };
    sum.rows += 1;
    sum.charged += charged;
    sum.expected += priced?.expected ?? 0n;
    this.byKey.set(key, sum);
  }

  sums(): readonly Sum[] {
    return [...this.byKey.values()];
  }

  private told(detail: string): string {
    if (detail === "" || this.details.has(detail)) return detail;
    if (this.details.size >= mostDetails) return "";
    this.details.add(detail);
    return detail;
  }
}
