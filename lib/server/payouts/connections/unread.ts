import "server-only";

/** SQL for connections whose payouts the desk doesn't get: Klarna doesn't take the credential, or no reading has come to its end for a day. */
export const unreadConnections = `
  SELECT c.environment, c.id, c.refusal, coalesce(done.at, c.created_at) AS since
  FROM payout_connections c
  LEFT JOIN LATERAL (
    SELECT s.finished_at AS at FROM payout_syncs s WHERE s.connection_id = c.id AND s.finished_at IS NOT NULL AND s.cancelled_at IS NULL AND s.code IS NULL
    ORDER BY s.created_at DESC LIMIT 1) done ON true
  WHERE c.removed_at IS NULL AND (c.refusal IS NOT NULL OR coalesce(done.at, c.created_at) < now() - interval '1 day')`;
