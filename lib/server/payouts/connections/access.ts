import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Region } from "@/lib/klarna/payouts-api/hosts";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../../db/client";
import { type Access, openCredential } from "../api/credential";

/** A connection as whoever reads with it needs it. */
export interface OpenConnection {
  readonly id: string;
  readonly startDate: string;
  readonly access: Access;
}

/** Opens a connection. Throws 404 for one that isn't there, or was removed. */
export async function openConnection(id: string): Promise<OpenConnection> {
  const [row] = await query<{ environment: Environment; region: Region; credential: Buffer; start_date: string }>(
    "SELECT environment, region, credential, start_date::text FROM payout_connections WHERE id = $1 AND removed_at IS NULL AND credential IS NOT NULL",
    [id],
  );
  if (!row) throw noSuchConnection();
  const { environment, region, credential, start_date } = row;
  return { id, startDate: start_date, access: { environment, region, credential: openCredential(id, credential) } };
}

/** The connection by which a payout was read. Throws 404 when there is no such payout, 409 when its connection is gone. */
export async function connectionOfPayout(environment: Environment, reference: string): Promise<OpenConnection> {
  const [row] = await query<{ id: string; there: boolean }>(
    `SELECT c.id, c.removed_at IS NULL AS there FROM payouts p JOIN payout_connections c ON c.id = p.connection_id
     WHERE p.environment = $1 AND p.payment_reference = $2`,
    [environment, reference],
  );
  if (!row) throw new ProblemError({ status: 404, code: "NO_SUCH_PAYOUT", message: "The desk knows no payout with this payment reference here." });
  if (!row.there)
    throw new ProblemError({
      status: 409,
      code: "CONNECTION_REMOVED",
      message: "The connection that this payout was read by was removed. What was read stays; to ask Klarna again, an admin connects the merchant anew.",
    });
  return openConnection(row.id);
}

/** Notes whether Klarna took the credential: when it did, or why it didn't. */
export async function noteAnswered(id: string, refusal: string | null): Promise<void> {
  await query("UPDATE payout_connections SET answered_at = CASE WHEN $2::text IS NULL THEN now() ELSE answered_at END, refusal = $2 WHERE id = $1", [
    id,
    refusal,
  ]);
}

export function noSuchConnection(): ProblemError {
  return new ProblemError({ status: 404, code: "NO_SUCH_CONNECTION", message: "There is no such connection." });
}
