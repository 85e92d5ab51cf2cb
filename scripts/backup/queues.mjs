import { quoted } from "./tables.mjs";

/** pg-boss's queues and the version of its tables; undefined where there are none yet. */
export async function queuesOf(client) {
  const { rows } = await client.query("SELECT to_regclass('pgboss.version') IS NOT NULL AS there");
  if (!rows[0].there) return undefined;
  const { rows: version } = await client.query("SELECT version FROM pgboss.version");
  const { rows: queues } = await client.query("SELECT name, policy, retry_limit, expire_seconds FROM pgboss.queue ORDER BY name");
  return { version: version[0].version, queues };
}

/** What still waits, runs or is paused: with it what people have asked for goes on after a move. What is over isn't kept. */
export function unfinishedJobs() {
  const columns = ["id", "name", "priority", "data", "state", "retry_limit", "retry_count", "retry_delay", "retry_backoff", "start_after", "started_on"];
  const more = ["singleton_key", "singleton_on", "expire_in", "created_on", "completed_on", "keep_until", "policy"];
  const all = [...columns, ...more];
  const list = all.map(quoted).join(", ");
  return [{ table: "pgboss.job", columns: all }, `COPY (SELECT ${list} FROM pgboss.job WHERE state < 'completed' OR state = 'cancelled') TO STDOUT`];
}

/** Makes the queues again, so that their jobs have a place. False when pg-boss's tables aren't those that the jobs come from. */
export async function makeQueues(client, { version, queues }) {
  const { rows } = await client.query("SELECT version FROM pgboss.version");
  if (rows[0]?.version !== version) return false;
  for (const { name, policy, retry_limit: retryLimit, expire_seconds: expireInSeconds } of queues)
    await client.query("SELECT pgboss.create_queue($1, $2::json)", [name, JSON.stringify({ policy, retryLimit, expireInSeconds })]);
  return true;
}
