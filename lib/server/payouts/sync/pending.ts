import "server-only";
import { payoutTransactions } from "@/lib/klarna/payouts-api/transactions";

import { query } from "../../db/client";
import { readList } from "../api/pages";
import { readPayouts } from "../api/read";
import type { OpenConnection } from "../connections/access";
import { lineNames, lineRecord } from "./keep-lines";
import { type LineRow, LineRows } from "./line-row";
import type { Progress } from "./progress";

/** Looks through all lines there are for those that belong to no payout yet; there is no other way to ask for them. They take the place of the last ones. */
export async function readPending({ id, access }: OpenConnection, progress: Progress, holds: () => boolean): Promise<void> {
  const rows = new LineRows("");
  const waiting: LineRow[] = [];
  const end = await readList(
    async (page) => {
      const { transactions, pagination } = await readPayouts(access, payoutTransactions.list, {
        params: {},
        query: page,
        priority: "background",
        onTry: progress.onTry,
      });
      return { items: transactions, total: pagination?.total, next: pagination?.next };
    },
    async (lines) => {
      waiting.push(...lines.flatMap((line) => (typeof line === "object" && line !== null && !line.payment_reference ? [rows.of(line)] : [])));
    },
    holds,
  );
  if (!holds() || end.kind === "loops") return;
  await query(replaceStatement, [id, JSON.stringify(waiting), progress.writer.sync, progress.writer.fence]);
}

const replaceStatement = `
  WITH mine AS MATERIALIZED (SELECT id FROM payout_syncs WHERE id = $3 AND fence = $4),
  gone AS (DELETE FROM pending_lines l USING mine WHERE l.connection_id = $1 AND encode(l.key, 'hex') NOT IN (SELECT g.key FROM json_to_recordset($2::json) AS g (key text)))
  INSERT INTO pending_lines (connection_id, key, ${lineNames})
  SELECT $1, decode(g.key, 'hex'), ${lineNames.replaceAll(/\b(\w+)/g, "g.$1")} FROM mine, json_to_recordset($2::json) AS ${lineRecord}
  ON CONFLICT DO NOTHING`;
