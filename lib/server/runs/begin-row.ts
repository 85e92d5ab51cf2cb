import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { paymentProducts } from "@/lib/klarna/operations/payment-products";
import type { Role } from "@/lib/klarna/permissions";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { together } from "../together";
import { rowLease } from "./lease";
import { underWay } from "./under-way";
import type { Known } from "./weigh";

/** A merchant whose turn it is, as things stand at this moment. */
export interface Begun {
  /** In whose name it is done, and the role they have now; null when they were disabled. */
  readonly personId: string;
  readonly role: Role | null;
  /** What the directory knows of it; null when it has forgotten the merchant. `fresh`: Klarna said so within the last minutes. */
  readonly merchant: (Known & { readonly fresh: boolean }) | null;
  /** What was asked of Klarna that could cross it, by attempt (the run's own may be among them): `open` while it has no clear outcome, and `since` the run was made, but for what was refused. */
  readonly crossed: { readonly open: readonly string[]; readonly since: readonly string[] };
}

interface Turn {
  readonly runId: string;
  readonly line: number;
  readonly holder: string;
  readonly environment: Environment;
  readonly accountId: string;
}

/** What the desk believes without asking Klarna again, in minutes. */
const freshMinutes = 15;

/**
 * Asked right before a merchant's turn: whether it may still be begun. Undefined when the run was paused, cancelled or stopped meanwhile, or the
 * merchant is another worker's by now; then nothing may be sent.
 */
export const beginRow = together(async (turns: readonly Turn[]) => {
  const each = <Value>(of: (turn: Turn) => Value) => turns.map(of);
  const rows = await query<Row>(beginStatement, [
    each(({ runId }) => runId),
    each(({ line }) => line),
    each(({ holder }) => holder),
    each(({ environment }) => environment),
    each(({ accountId }) => accountId),
    rowLease(),
    freshMinutes,
  ]);
  const begun = new Map(rows.map((row) => [`${row.run_id} ${row.line}`, row]));
  return turns.map(({ runId, line }): Begun | undefined => {
    const row = begun.get(`${runId} ${line}`);
    if (!row) return undefined;
    const { personId, role, known, state, missing_since, products, fresh, open, since } = row;
    return { personId, role, merchant: known ? { state, missing_since, products, fresh } : null, crossed: { open: open ?? [], since: since ?? [] } };
  });
});

interface Row extends Known {
  readonly run_id: string;
  readonly line: number;
  readonly personId: string;
  readonly role: Role | null;
  readonly known: boolean;
  readonly fresh: boolean;
  readonly open: readonly string[] | null;
  readonly since: readonly string[] | null;
}

// What could undo it by coming later: the opposite, where the deprecated paths do the same, and another category.
const crossing = JSON.stringify({
  suspend: [paymentProducts.enable.name, paymentProducts.enableOnly.name],
  reactivate: [paymentProducts.disable.name, paymentProducts.disableOnly.name],
  "change-category": [paymentProducts.update.name],
});
const crossed = `FROM operations o WHERE o.environment = g.environment AND o.account_id = g.account_id AND '${crossing}'::jsonb->u.act ? o.name`;

const beginStatement = `
  WITH given AS (SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[]) AS g (run_id, line, holder, environment, account_id))
  UPDATE run_rows r SET lease_until = now() + make_interval(secs => $6::float8)
  FROM given g JOIN runs u ON u.id = g.run_id JOIN people p ON p.id = u.person_id
    LEFT JOIN merchants m ON m.environment = g.environment AND m.account_id = g.account_id
  WHERE r.run_id = g.run_id AND r.line = g.line AND r.state = 'taken' AND r.holder = g.holder AND ${underWay("u")}
  RETURNING r.run_id, r.line, u.person_id AS "personId", CASE WHEN p.disabled_at IS NULL THEN p.role END AS role, m.account_id IS NOT NULL AS known,
    (SELECT array_agg(o.attempt) ${crossed} AND o.state IN ('sent', 'unknown')) AS open,
    (SELECT array_agg(o.attempt) ${crossed} AND o.state <> 'rejected' AND o.first_sent_at > u.created_at) AS since,
    m.state, ${utc("m.missing_since")} AS missing_since, m.products, coalesce(m.seen_at > now() - make_interval(mins => $7::int), false) AS fresh`;
