import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { payouts } from "@/lib/klarna/payouts-api/payouts";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { readPayouts } from "./api/read";
import { connectionOfPayout, noteAnswered, type OpenConnection, openConnection } from "./connections/access";
import { keepPayouts } from "./sync/keep-payouts";
import type { Payout } from "./sync/payout-row";
import { type Due, readLines } from "./sync/read-lines";

/** Asks Klarna for one payout now, with its lines: one that the desk knows by the connection it came by, another one by each connection in turn. Throws 404 when Klarna knows none. */
export async function readPayoutNow(environment: Environment, reference: string): Promise<{ readonly payment_reference: string }> {
  const [connection, payout] = await ask(environment, reference);
  const named = { ...payout, payment_reference: reference };
  await keepPayouts({ environment, connectionId: connection.id, everyLine: true }, [named]);
  const [due] = await query<Due>(
    `SELECT id::text, payment_reference AS reference, settlement_type AS "settlementType", content FROM payouts WHERE environment = $1 AND payment_reference = $2 AND lines_due`,
    [environment, reference],
  );
  if (due) await readLines(due, { access: connection.access, priority: "interactive" });
  await noteAnswered(connection.id, null);
  return { payment_reference: reference };
}

async function ask(environment: Environment, reference: string): Promise<readonly [OpenConnection, Payout]> {
  for (const connection of await candidates(environment, reference)) {
    const payout = await readPayouts(connection.access, payouts.get, { params: { payment_reference: reference }, priority: "interactive" }).catch(
      unlessUnknown,
    );
    if (payout) return [connection, payout];
  }
  throw new ProblemError({
    status: 404,
    code: "NO_SUCH_PAYOUT",
    message: "Klarna knows no payout with this reference for any merchant that is connected here. Compare it with the bank statement, letter by letter.",
  });
}

async function candidates(environment: Environment, reference: string): Promise<readonly OpenConnection[]> {
  const [known] = await query("SELECT 1 FROM payouts WHERE environment = $1 AND payment_reference = $2", [environment, reference]);
  if (known) return [await connectionOfPayout(environment, reference)];
  const all = await query<{ id: string }>("SELECT id FROM payout_connections WHERE environment = $1 AND removed_at IS NULL ORDER BY created_at", [environment]);
  return Promise.all(all.map(({ id }) => openConnection(id)));
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof ProblemError && error.problem.status === 404) return undefined;
  throw error;
}
