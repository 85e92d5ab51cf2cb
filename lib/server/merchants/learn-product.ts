import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import type { Operation } from "@/lib/klarna/operation";
import { onlyProduct } from "@/lib/klarna/product-change";

import { queryOften } from "../db/client";
import { differences } from "./differences";
import { productFacts } from "./facts";

/** What Klarna answered to a change of one product. */
export interface ProductLesson {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly answer: unknown;
  readonly askedAt: Date;
}

/** Keeps what an answer says of the product that was changed, and notes the difference; the rest of the merchant is as old as it was. */
export async function learnProduct({ environment, params, answer, askedAt }: ProductLesson): Promise<void> {
  const facts = productFacts(answer);
  if (!facts || !params.account_id) return;
  await queryOften(learnStatement, [environment, params.account_id, JSON.stringify(facts), params.product_id ?? onlyProduct, askedAt]);
}

const isIt = (p: string) => `(${p}->>'product_id' = $4 OR ($4 = 'default' AND jsonb_array_length(m.products) = 1))`;

const learnStatement = `
  WITH before AS (SELECT * FROM merchants WHERE environment = $1 AND account_id = $2),
  learned AS (
    UPDATE merchants m SET asked_at = $5, changed_at = now(), products = (
      SELECT jsonb_agg(CASE WHEN ${isIt("p")} THEN p || $3::jsonb ELSE p END ORDER BY place) FROM jsonb_array_elements(m.products) WITH ORDINALITY one (p, place))
    WHERE m.environment = $1 AND m.account_id = $2 AND jsonb_array_length(m.products) > 0
      AND (m.asked_at IS NULL OR m.asked_at <= $5 OR m.asked_at > now() + interval '1 minute')
    RETURNING *)
  INSERT INTO merchant_changes (environment, account_id, field, before, after, drift)
  SELECT $1, $2, d.field, left(d.before, 1000), left(d.after, 1000), false
  FROM before b CROSS JOIN learned l CROSS JOIN LATERAL (${differences}) d`;
