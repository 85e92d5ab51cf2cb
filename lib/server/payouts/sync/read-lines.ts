import "server-only";
import type { SyncFault } from "@/lib/desk/payout";
import { payoutTransactions } from "@/lib/klarna/payouts-api/transactions";

import type { PayoutsCall } from "../api/call";
import type { Access } from "../api/credential";
import { readList } from "../api/pages";
import { readPayouts } from "../api/read";
import { concludeLines, keepLines, type Writer } from "./keep-lines";
import { type Line, LineRows } from "./line-row";
import { totalsIn } from "./payout-row";
import { prove } from "./prove";
import { Sums } from "./sums";

/** A payout whose lines are to be read. */
export interface Due {
  readonly id: string;
  readonly reference: string;
  readonly settlementType: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** How it is read: with what access, how urgently, and by which run. */
export interface Reading extends Pick<PayoutsCall, "priority" | "onTry"> {
  readonly access: Access;
  readonly writer?: Writer | undefined;
  readonly holds?: () => boolean;
}

/** Reads the lines of one payout, keeps them as they come, and proves it when they are all there. What breaks off is read again from the start. */
export async function readLines(
  { id, reference, settlementType, content }: Due,
  reading: Reading,
): Promise<{ readonly lines: number; readonly fault?: SyncFault }> {
  const { access, writer, priority, onTry, holds = () => true } = reading;
  const rows = new LineRows(reference);
  const sums = new Sums();
  const keys: string[] = [];
  const end = await readList(
    async (page) => {
      const { transactions, pagination } = await readPayouts(access, payoutTransactions.list, {
        params: {},
        query: { payment_reference: reference, ...page },
        priority,
        onTry,
      });
      return { items: transactions.map(asLine), total: pagination?.total, next: pagination?.next };
    },
    async (lines) => {
      const made = lines.map((line) => rows.of(line));
      for (const row of made) sums.add(row);
      keys.push(...made.map(({ key }) => key));
      await keepLines(id, made, writer);
    },
    holds,
  );
  if (!holds()) return { lines: 0 };
  if (end.kind !== "whole") return { lines: keys.length, fault: faultOf(reference, end) };
  const proof = prove(totalsIn(content), settlementType, sums);
  await concludeLines(id, content, { keys, sums: sums.all, proof }, writer);
  return { lines: keys.length };
}

/** What isn't even a line is kept like one of which nothing is known. */
function asLine(given: Line): Line {
  return typeof given === "object" && given !== null ? given : { unreadable: given };
}

function faultOf(reference: string, end: { readonly kind: "loops" | "missing"; readonly read?: number; readonly total?: string }): SyncFault {
  if (end.kind === "loops") return { code: "list-loops", about: reference };
  return { code: "lines-missing", about: `${reference}: ${end.read} of ${end.total}` };
}
