import "server-only";

const words = (alias: string, ...[state, reason]: readonly [string, string]) => `${alias}${state} || ' / ' || coalesce(${alias}${reason}, '')`;
// Each address with the name it goes by; null where there is no website at all.
const websites = (
  alias: string,
) => `(SELECT string_agg(nullif(concat_ws(' ', url, '“' || (w->>'website_name') || '”'), ''), ', ' ORDER BY url, w->>'website_name')
    FROM jsonb_array_elements(${alias}.websites) w LEFT JOIN LATERAL jsonb_array_elements_text(w->'urls') url ON true)`;
const products = `jsonb_array_elements(l.products) p JOIN jsonb_array_elements(b.products) o ON o->>'product_id' = p->>'product_id'`;
const product = (rows: "b" | "l", without: "b" | "l") => `
  jsonb_array_elements(${rows}.products) x WHERE l.products IS NOT NULL AND b.products IS NOT NULL AND x->>'product_id' IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(${without}.products) y WHERE y->>'product_id' = x->>'product_id')`;

/** SQL: whether what was asked at `askedAt` may say something of the directory's row `m`: what was asked later stands. What was asked in the future was asked by a clock that was wrong. */
export function isNews(askedAt: string): string {
  return `(m.asked_at IS NULL OR m.asked_at <= ${askedAt} OR m.asked_at > now() + interval '1 minute')`;
}

/** How it is noted that Klarna doesn't know an account, which has no value of its own. */
export const missing = "MISSING";

/** SQL: whether a change of ours or an event of Klarna's, since the account was last seen, explains that it differs. */
export const explained = `(
  EXISTS (SELECT 1 FROM operations o WHERE o.environment = $1 AND o.account_id = $2 AND o.state <> 'rejected' AND o.sent_at > b.seen_at - interval '10 minutes')
  OR EXISTS (SELECT 1 FROM webhook_events e WHERE e.environment = $1 AND e.account_id = $2 AND e.received_at > b.seen_at))`;

/**
 * SQL: how an account as it is learned (`l`) differs from what the directory held (`b`), one row a field. What the desk hadn't known is no
 * difference, but a group that an account has joined is, unless a change of ours explains it: an onboarding's answer names no group, every other does.
 * That there was no company number is known where the people were once read: the business is read with them. Klarna knows an account again only if it once did.
 */
export const differences = `
  SELECT 'state' AS field, ${words("b.", "state", "state_reason")} AS before, ${words("l.", "state", "state_reason")} AS after
  WHERE (l.state, l.state_reason) IS DISTINCT FROM (b.state, b.state_reason) AND b.state IS NOT NULL
  UNION ALL SELECT 'product', ${words("o->>", "'state'", "'state_reason'")}, ${words("p->>", "'state'", "'state_reason'")} FROM ${products}
  WHERE (p->>'state', p->>'state_reason') IS DISTINCT FROM (o->>'state', o->>'state_reason')
  UNION ALL SELECT 'product-category', o->>'merchant_category_code', p->>'merchant_category_code' FROM ${products}
  WHERE o->>'merchant_category_code' IS NOT NULL AND p->>'merchant_category_code' IS DISTINCT FROM o->>'merchant_category_code'
  UNION ALL SELECT 'product-profile', o->>'distribution_profile_id', p->>'distribution_profile_id' FROM ${products}
  WHERE o->>'distribution_profile_id' IS NOT NULL AND p->>'distribution_profile_id' IS DISTINCT FROM o->>'distribution_profile_id'
  UNION ALL SELECT 'product-added', NULL, x->>'product_id' FROM ${product("l", "b")}
  UNION ALL SELECT 'product-removed', x->>'product_id', NULL FROM ${product("b", "l")}
  UNION ALL SELECT f.field, f.before, f.after FROM (VALUES
    ('account_reference', b.account_reference, l.account_reference), ('account_name', b.account_name, l.account_name),
    ('country', b.country, l.country)) f (field, before, after)
  WHERE f.before IS NOT NULL AND f.after <> f.before
  UNION ALL SELECT 'websites', ${websites("b")}, ${websites("l")}
  WHERE b.websites IS NOT NULL AND ${websites("l")} IS DISTINCT FROM ${websites("b")}
  UNION ALL SELECT 'registration_number', b.registration_number, l.registration_number
  WHERE l.registration_number IS DISTINCT FROM b.registration_number AND (b.registration_number IS NOT NULL OR b.people_gaps IS NOT NULL)
  UNION ALL SELECT 'missing', '${missing}', NULL WHERE b.missing_since IS NOT NULL AND l.missing_since IS NULL AND b.seen_at IS NOT NULL
  UNION ALL SELECT 'group', coalesce(b.account_group_reference, b.account_group_id), coalesce(l.account_group_reference, l.account_group_id)
  WHERE b.account_name IS NOT NULL AND (l.account_group_id IS DISTINCT FROM b.account_group_id OR l.account_group_reference IS DISTINCT FROM b.account_group_reference)
    AND (b.account_group_id IS NOT NULL OR b.account_group_reference IS NOT NULL OR NOT ${explained})`;
