import "server-only";
import { payouts } from "@/lib/klarna/payouts-api/payouts";
import { minorUnits } from "@/lib/money";

import { query } from "../../db/client";
import { readList } from "../api/pages";
import { readPayouts } from "../api/read";
import { stampOf } from "../api/stamp";
import type { OpenConnection } from "../connections/access";
import { keepPayouts } from "./keep-payouts";
import type { Progress } from "./progress";

/** A while whose payouts are listed at once. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

/** The months from one moment to another, the first and the last one cut. */
export function monthsOf({ from, until }: Window): readonly Window[] {
  const months: Window[] = [];
  for (let start = from; start <= until; ) {
    const next = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
    // Klarna counts whole seconds, both ends included.
    months.push({ from: start, until: next > until ? until : new Date(next.getTime() - 1_000) });
    start = next;
  }
  return months;
}

/** Lists the payouts of a while and keeps them. `everything` also looks for what Klarna's list has no longer, and holds the sums against Klarna's own. */
export async function listPayouts(connection: OpenConnection, window: Window, everything: boolean, progress: Progress, holds: () => boolean): Promise<void> {
  const { id, access } = connection;
  const period = { start_date: stampOf(window.from), end_date: stampOf(window.until) };
  const began = await query<{ now: Date }>("SELECT now() AS now");
  const calls = { params: {}, priority: "background", onTry: progress.onTry } as const;
  const end = await readList(
    async (page) => {
      const { payouts: items, pagination } = await readPayouts(access, payouts.list, { ...calls, query: { ...period, ...page } });
      return { items, total: pagination?.total, next: pagination?.next };
    },
    async (listed) => {
      const kept = await keepPayouts({ environment: access.environment, connectionId: id, everyLine: everything }, listed);
      progress.kept(listed.length, kept);
    },
    holds,
  );
  if (!holds()) return;
  if (end.kind === "loops") progress.note({ code: "list-loops", about: period.start_date.slice(0, 10) });
  if (end.kind === "missing") progress.note({ code: "payouts-missing", about: `${period.start_date.slice(0, 10)}: ${end.read} of ${end.total}` });
  if (!everything || end.kind !== "whole") return;
  await noteGone(connection, window, began[0]?.now ?? new Date(0), progress);
  await compareSummary(connection, window, period, progress);
}

/** What was listed before and isn't now. It stays, with since when it is gone. */
async function noteGone({ id }: OpenConnection, { from, until }: Window, began: Date, progress: Progress): Promise<void> {
  const gone = await query<{ payment_reference: string }>(
    `UPDATE payouts SET gone_at = now(), changed_at = now()
     WHERE connection_id = $1 AND payout_date BETWEEN $2 AND $3 AND seen_at < $4 AND gone_at IS NULL RETURNING payment_reference`,
    [id, from, until, began],
  );
  for (const { payment_reference } of gone) progress.note({ code: "payout-gone", about: payment_reference });
}

async function compareSummary(
  { id, access }: OpenConnection,
  { from, until }: Window,
  period: { start_date: string; end_date: string },
  progress: Progress,
): Promise<void> {
  const own = await query<{ currency: string | null; amount: string | null }>(
    `SELECT currency, sum(amount)::text AS amount FROM payouts
     WHERE connection_id = $1 AND payout_date BETWEEN $2 AND $3 AND gone_at IS NULL GROUP BY currency`,
    [id, from, until],
  );
  const klarnas = await readPayouts(access, payouts.summary, { params: {}, query: period, priority: "background", onTry: progress.onTry });
  for (const { summary_settlement_currency: currency, summary_total_settlement_amount: stated } of klarnas) {
    const amount = minorUnits(stated ?? undefined);
    const ours = own.find((one) => one.currency === currency)?.amount ?? "0";
    if (amount !== undefined && amount !== BigInt(ours)) progress.note({ code: "summary-differs", about: `${currency} ${period.start_date.slice(0, 7)}` });
  }
}
