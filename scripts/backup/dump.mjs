import { createHash } from "node:crypto";
import { to as copyTo } from "pg-copy-streams";
import { formatName, formatVersion } from "./format.mjs";
import { queuesOf, unfinishedJobs } from "./queues.mjs";
import { quoted, sequencesOf, tablesOf } from "./tables.mjs";

/**
 * Everything that the desk's database holds, as one snapshot, in the order in which it can be put back. Written as PostgreSQL's own text,
 * which every version reads. Made while the desk runs on; nothing waits for it.
 */
export async function* dump(client, facts) {
  const whole = createHash("sha256");
  for await (const chunk of parts(client, facts)) {
    whole.update(chunk);
    yield chunk;
  }
  yield line({ end: true, sha256: whole.digest("hex") });
}

async function* parts(client, facts) {
  // The same text whoever asks, wherever the server stands.
  await client.query(
    "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'",
  );
  await client.query("SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 3; SET LOCAL client_encoding = 'UTF8'");
  const { rows: migrations } = await client.query("SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at");
  const { rows: server } = await client.query("SELECT now() AS at, current_setting('server_version') AS version");
  const queues = await queuesOf(client);
  yield line({
    format: formatName,
    version: formatVersion,
    madeAt: server[0].at,
    postgres: server[0].version,
    migrations: migrations.map(({ hash }) => hash),
    queues,
    ...facts,
  });
  for (const { table, columns } of await tablesOf(client))
    yield* section(client, { table, columns }, `COPY ${quoted(table)} (${columns.map(quoted).join(", ")}) TO STDOUT`);
  if (queues) yield* section(client, ...unfinishedJobs(queues));
  yield line({ sequences: await sequencesOf(client) });
  await client.query("COMMIT");
}

async function* section(client, head, statement) {
  yield line(head);
  const hash = createHash("sha256");
  let rows = 0;
  for await (const chunk of client.query(copyTo(statement))) {
    hash.update(chunk);
    for (const byte of chunk) if (byte === newline) rows += 1;
    yield chunk;
  }
  yield Buffer.from("\\.\n");
  yield line({ rows, sha256: hash.digest("hex") });
}

const newline = 10;

function line(value) {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
