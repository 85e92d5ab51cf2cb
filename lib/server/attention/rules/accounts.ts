import "server-only";
import { productWords } from "@/lib/klarna/product-words";

import { offByKlarna } from "../../db/off-by-klarna";
import type { AttentionRule } from "../rule";

/** An account that Klarna doesn't finish: what normally takes seconds has taken more than ten minutes. */
export const stuck: AttentionRule = {
  name: "stuck",
  dueIn: "1 hour",
  findings: `
    SELECT m.environment, m.account_id, coalesce(m.state_reason, '') AS subject, NULL::uuid AS person_id, m.state_since AS since,
      jsonb_strip_nulls(jsonb_build_object('state_reason', m.state_reason)) AS facts
    FROM merchants m
    WHERE m.state = 'PARTIALLY_OPERATIONAL' AND m.missing_since IS NULL AND m.environment IN ('test', 'live')
      AND m.state_since <= now() - interval '10 minutes' * $1::float8`,
  words: ({ state_reason }) => ({
    reason:
      state_reason === "ACCOUNT_UPDATE"
        ? "Klarna has been taking in a change for over 10 minutes; it normally takes seconds."
        : "Partially operational for over 10 minutes; Klarna normally needs seconds.",
    advice: "Open the merchant, which reads it anew. If it stays so, write to Klarna's support with the account id.",
  }),
};

/** A product that Klarna has disabled or ended; never one that our own side has. */
export const productDisabled: AttentionRule = {
  name: "product-disabled",
  dueIn: "1 day",
  // Another state or reason is another thing, and comes anew.
  findings: `
    SELECT m.environment, m.account_id, concat_ws(' ', p->>'product_id', p->>'state', p->>'state_reason') AS subject, NULL::uuid AS person_id,
      NULL::timestamptz AS since, jsonb_strip_nulls(jsonb_build_object('state', p->>'state', 'state_reason', p->>'state_reason')) AS facts
    FROM merchants m CROSS JOIN LATERAL jsonb_path_query(m.products, '${offByKlarna}') p
    WHERE m.products @? '${offByKlarna}' AND m.missing_since IS NULL`,
  words: ({ state = "", state_reason }) => {
    const { meaning, who } = productWords(state, state_reason);
    return { reason: meaning, advice: who };
  },
};

/** A merchant that nobody and nothing has read for thirty days. */
export const unseen: AttentionRule = {
  name: "unseen",
  dueIn: "7 days",
  findings: ["m.seen_at", "m.first_seen_at"]
    .map(
      (since) => `
    SELECT m.environment, m.account_id, '' AS subject, NULL::uuid AS person_id, ${since} AS since, '{}'::jsonb AS facts
    FROM merchants m
    WHERE m.environment IN ('test', 'live') AND m.missing_since IS NULL AND ${since === "m.seen_at" ? "" : "m.seen_at IS NULL AND "}${since} <= now() - interval '30 days'`,
    )
    .join(" UNION ALL "),
  words: () => ({
    reason: "The desk hasn't seen this merchant for over 30 days, so what it shows may be out of date.",
    advice: "Open the merchant, which reads it anew. If there are many of these, see under Jobs whether the nightly reading runs.",
  }),
};
