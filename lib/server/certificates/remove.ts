import "server-only";
import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { stillHeld } from "../credentials/own";
import { query } from "../db/client";
import { env } from "../env";
import type { Actor } from "../operations/record";

/** Which certificate is taken out. */
export const namedCertificate = z.strictObject({
  environment: z.enum(environments),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, "A fingerprint has 64 hexadecimal digits"),
});

/** Takes a certificate out of the inventory; at Klarna nothing changes. What isn't there any more is out already. */
export async function removeCertificate({ environment, fingerprint }: z.output<typeof namedCertificate>, by: Actor): Promise<void> {
  const [held] = await query(`SELECT FROM key_holders h WHERE h.environment = $1 AND h.certificate = $2 AND ${stillHeld("h", "$3")} LIMIT 1`, [
    environment,
    fingerprint,
    env().DESK_TIME_SCALE,
  ]);
  if (held)
    throw new ProblemError({ status: 409, code: "OWN_CERTIFICATE", message: "The desk itself shows Klarna this certificate, so it stays in the inventory." });
  await query(removeStatement, [environment, fingerprint, by.personId, by.role]);
}

const removeStatement = `
  WITH removed AS (DELETE FROM certificates WHERE environment = $1 AND fingerprint = $2 RETURNING serial_number)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'certificate-removed', $3, $4, $1, jsonb_build_object('serial_number', serial_number) FROM removed`;
