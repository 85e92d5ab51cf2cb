import "server-only";
import { randomUUID } from "node:crypto";

import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";

import { seal } from "../crypto";
import { query } from "../db/client";
import type { Actor } from "../operations/record";
import { reasonPlace } from "./detail";
import { chainGap, standings, verdict } from "./standing";

/** What is accepted, as somebody saw it: of another report, or other differences, nothing is accepted. */
export interface Acceptance {
  readonly environment: Environment;
  readonly settlementId: string;
  readonly sha256: string;
  /** By how much the debt was off; null where it wasn't. */
  readonly chainGap: string | null;
  readonly reason: string;
}

/** Accepts what doesn't add up, with the audit entry in the same statement. Throws 409 when it stands otherwise by now. */
export async function acceptDifference({ environment, settlementId, sha256, chainGap: seen, reason }: Acceptance, by: Actor): Promise<void> {
  const id = randomUUID();
  const rows = await query(acceptStatement, [environment, settlementId, sha256, id, by.personId, seal(reasonPlace(id), reason), by.role, seen]);
  if (rows.length > 0) return;
  throw new ProblemError({
    status: 409,
    code: "SETTLEMENT_CHANGED",
    message: "This settlement stands otherwise by now, so nothing was accepted. Look at it again.",
  });
}

const acceptStatement = `
  WITH made AS (
    INSERT INTO settlement_acceptances (id, environment, settlement_id, sha256, lines_gap, parts_gap, chain_gap, person_id, reason)
    SELECT $4::uuid, s.environment, s.settlement_id, l.sha256, s.lines_gap, s.parts_gap, ${chainGap}, $5::uuid, $6::bytea
    FROM ${standings}
    WHERE s.environment = $1 AND s.settlement_id = $2 AND encode(l.sha256, 'hex') = $3 AND ${verdict} = 'differs'
      AND ${chainGap} IS NOT DISTINCT FROM $8::bigint
    RETURNING *)
  INSERT INTO audit_entries (kind, person_id, role, environment, detail)
  SELECT 'settlement-difference-accepted', $5::uuid, $7, environment,
    jsonb_build_object('settlement', settlement_id, 'lines_gap', lines_gap::text, 'parts_gap', parts_gap::text, 'chain_gap', chain_gap::text) FROM made RETURNING id`;
