import "server-only";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { isForAll, passes } from "../jobs/readers";
import { read } from "../operations/read";

/**
 * Reads the enablements of a merchant's products that are due: those that weren't read for a week, and daily those of which one ends within a month.
 * No account's answer holds them, and Klarna announces none. `wait` is asked before each read. What can't be read is tried again the next time.
 */
export async function readEnablementsDue(
  environment: Environment,
  accountId: string,
  products: readonly DirectoryProduct[],
  wait: () => Promise<void>,
): Promise<void> {
  const ids = products.flatMap(({ product_id }) => product_id ?? []);
  const due = ids.length > 0 ? await query<{ product_id: string }>(dueStatement, [environment, accountId, ids]) : [];
  for (const { product_id } of due) {
    await wait();
    try {
      await read({ environment, operation: paymentProgramEnablements.list, params: { account_id: accountId, product_id } }, "background");
    } catch (error) {
      // The account itself was read. What stops everybody stops here too; a refusal of these alone doesn't.
      if (!(error instanceof ProblemError) || passes(error) || isForAll(error)) throw error;
    }
  }
}

const dueStatement = `
  SELECT g.product_id FROM unnest($3::text[]) g (product_id)
  LEFT JOIN enablement_reads r ON r.environment = $1 AND r.account_id = $2 AND r.product_id = g.product_id
  WHERE r.asked_at IS NULL OR r.asked_at < now() - interval '7 days'
    OR (r.asked_at < now() - interval '20 hours' AND EXISTS (
      SELECT FROM enablements e WHERE e.environment = $1 AND e.account_id = $2 AND e.product_id = g.product_id
        AND e.effective_to > now() AND e.effective_to <= now() + interval '30 days'))`;
