import "server-only";
import { payoutTransactions } from "@/lib/klarna/payouts-api/transactions";

import { query } from "../../db/client";
import { readList } from "../api/pages";
import { readPayouts } from "../api/read";
import type { OpenConnection } from "../connections/access";
import { paidLike, traitsOf } from "../waiting";
import { lineNames, lineRecord } from "./keep-lines";
import { type LineRow, LineRows } from "./line-row";
import type { Progress } from "./progress";

/**
 * Looks through all lines there are for those that belong to no payout yet; there is no other way to ask for them. They take the place of the last ones, but only
 * when the list was read to its end: else what was known stays, as of when it was, and that is said.
 */
export async function readPending({ id, access }: OpenConnection, progress: Progress, holds: () => boolean): Promise<void> {
  const [began] = await query<{ now: Date }>("SELECT now() AS now");
  const rows = new LineRows("");
  const waiting: LineRow[] = [];
  let before: Shown = { lines: [], total: 0 };
  let counted = 0;
  const end = await readList(
    async (page) => {
      const { transactions, pagination } = await readPayouts(access, payoutTransactions.list, {
        params: {},
        query: page,
        priority: "background",
        onTry: progress.onTry,
      });
      counted = pagination?.total ?? 0;
      return { items: transactions, total: pagination?.total, next: pagination?.next };
    },
    async (lines) => {
      const fresh = lines.slice(repeated(before, { lines, total: counted }));
      before = { lines, total: counted };
      waiting.push(...fresh.flatMap((line) => (typeof line === "object" && line !== null && !line.payment_reference ? [rows.of(line)] : [])));
    },
    holds,
  );
  if (!holds()) return;
  if (end.kind === "loops") progress.note({ code: "pending-unread", about: "its list led back to where it had been" });
  else if (end.kind === "missing") progress.note({ code: "pending-unread", about: `${end.read} of ${end.total} lines came` });
  else await query(replaceStatement, [id, JSON.stringify(waiting), progress.writer.sync, progress.writer.fence, began?.now]);
}

/** A page of the list, and how many lines there were as it was read. */
interface Shown {
  readonly lines: readonly unknown[];
  readonly total: number;
}

/** How many lines a page begins with that ended the one before: what is captured meanwhile moves all that come after it on by its number. */
function repeated(before: Shown, { lines, total }: Shown): number {
  const moved = total - before.total;
  return moved > 0 && before.lines.length >= moved && JSON.stringify(before.lines.slice(-moved)) === JSON.stringify(lines.slice(0, moved)) ? moved : 0;
}

// Twins that are in payouts already come before those that are in none.
const replaceStatement = `
  WITH mine AS MATERIALIZED (
    SELECT c.id, c.environment, c.merchant_id FROM payout_syncs s JOIN payout_connections c ON c.id = s.connection_id WHERE s.id = $3 AND s.fence = $4 AND c.id = $1),
  gone AS (
    DELETE FROM pending_lines l USING mine
    WHERE l.connection_id = mine.id AND encode(l.key, 'hex') NOT IN (SELECT g.key FROM json_to_recordset($2::json) AS g (key text))),
  looked AS (UPDATE payout_connections c SET pending_at = $5 FROM mine WHERE c.id = mine.id)
  INSERT INTO pending_lines AS l (connection_id, key, place, ${lineNames})
  SELECT mine.id, decode(g.key, 'hex'),
    row_number() OVER (PARTITION BY ${traitsOf("g")} ORDER BY g.key) + ${paidLike("g", "mine.environment", "coalesce(g.content->>'merchant_id', mine.merchant_id)")},
    ${lineNames.replaceAll(/\b(\w+)/g, "g.$1")}
  FROM mine, json_to_recordset($2::json) AS ${lineRecord}
  ON CONFLICT (connection_id, key) DO UPDATE SET
    place = excluded.place, tax = excluded.tax, merchant_reference = excluded.merchant_reference, content = excluded.content`;
