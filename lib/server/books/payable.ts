import "server-only";
import { type Part, type Payable, sumOf } from "@/lib/desk/books/entry";
import type { BookNote, BookStanding, DatedBy, PayableKind } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

/** An environment, the moment from which on, and the one before which. */
export type While = readonly [environment: Environment, from: string, until: string];

/** A settlement or a payout of a month, ready to be booked or not. */
export interface BookPayable {
  readonly kind: PayableKind;
  readonly id: string;
  readonly reference: string;
  readonly date: string;
  readonly dated: DatedBy;
  readonly currency: string | null;
  readonly amount: string | null;
  /** Whether it is a payout that the desk knows as a settlement too, with its amount. */
  readonly settled: boolean;
  readonly standing: BookStanding;
  readonly gap: bigint | null;
  readonly notes: readonly BookNote[];
  /** What is booked; undefined where that can't be said. */
  readonly payable: Payable | undefined;
  /** What its own lines come to; undefined where there are none, or nobody knows of what one of them is. */
  readonly lines: readonly Part[] | undefined;
  /** Tells these lines from others that it may have later. */
  readonly source: string;
}

/** Whether what is paid is what the parts come to. */
export function standingOf({ paid, parts }: Payable): { readonly standing: BookStanding; readonly gap: bigint | null } {
  const gap = paid - sumOf(parts);
  if (gap !== 0n) return { standing: "gap", gap };
  return { standing: paid === 0n && parts.every(({ amount }) => amount === 0n) ? "empty" : "ready", gap: null };
}
