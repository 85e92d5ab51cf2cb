import "server-only";
import { randomUUID } from "node:crypto";

import type { CertificateList, DeskCertificate } from "@/lib/desk/certificate";
import type { Environment } from "@/lib/klarna/environment";

import { stillHeld } from "../credentials/own";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { env } from "../env";

/** An environment's inventory: what is in use first, then by its end. Klarna has no list of certificates, so this is the desk's own. */
export async function listCertificates(environment: Environment): Promise<CertificateList> {
  const rows = await query<Omit<DeskCertificate, "attempt">>(listStatement, [environment, env().DESK_TIME_SCALE]);
  return { environment, certificates: rows.map((row) => ({ ...row, attempt: randomUUID() })) };
}

const listStatement = `
  SELECT * FROM (
    SELECT c.fingerprint, c.serial_number, c.subject, c.issuer, ${utc("c.valid_from")} AS valid_from, ${utc("c.valid_to")} AS valid_to,
      ${utc("c.added_at")} AS added_at, a.name AS added_by, ${utc("c.revoked_from")} AS revoked_from, r.name AS revoked_by,
      (SELECT count(*)::int FROM key_holders h WHERE h.environment = c.environment AND h.certificate = c.fingerprint AND ${stillHeld("h", "$2")}) AS processes
    FROM certificates c LEFT JOIN people a ON a.id = c.added_by LEFT JOIN people r ON r.id = c.revoked_by
    WHERE c.environment = $1) listed
  ORDER BY processes = 0, revoked_from IS NOT NULL, valid_to, fingerprint`;
