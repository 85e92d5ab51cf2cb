import "server-only";
import type { ProgramMerchant } from "@/lib/desk/program-plan";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { utc } from "../db/utc";

/** So many are shown; more than a person reads through. */
const most = 100;

/** The merchants that have a program enabled now or will have, as the desk last saw it, those that end first before the others; and how many there are in all. */
export async function merchantsWith(
  environment: Environment,
  programId: string,
): Promise<{ readonly merchants: readonly ProgramMerchant[]; readonly total: number }> {
  const merchants = await query<ProgramMerchant & { readonly total: number }>(
    `SELECT m.account_id, coalesce(m.account_name, m.account_reference, m.account_id) AS merchant, e.countries, e.categories,
       ${utc("e.effective_from")} AS effective_from, ${utc("e.effective_to")} AS effective_to, count(*) OVER ()::int AS total
     FROM enablements e JOIN merchants m ON m.environment = e.environment AND m.account_id = e.account_id
     WHERE e.environment = $1 AND e.program_id = $2 AND m.missing_since IS NULL AND (e.effective_to IS NULL OR e.effective_to > now())
     ORDER BY e.effective_to NULLS LAST, m.account_id LIMIT ${most}`,
    [environment, programId],
  );
  return { merchants: merchants.map(({ total: _, ...merchant }) => merchant), total: merchants[0]?.total ?? 0 };
}
