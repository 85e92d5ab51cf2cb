import { from as copyFrom } from "pg-copy-streams";
import { migrate, migrationHashes } from "../migrate.mjs";
import { readBackup } from "./format.mjs";
import { makeQueues } from "./queues.mjs";
import { quoted, tablesOf } from "./tables.mjs";
import { withClient } from "./with-client.mjs";

/** Reads a backup without touching anything, and says what is in it. Throws when it is damaged, or of a desk that this one can't go on with. */
export async function checkBackup(file) {
  const { head, tables } = await readBackup(file);
  const known = migrationHashes();
  if (head.migrations.length > known.length && known.every((hash, index) => hash === head.migrations[index]))
    throw new Error(`${file} was made by a newer version of Partner Desk than this one. Update this one first.`);
  if (head.migrations.some((hash, index) => hash !== known[index])) throw new Error(`${file} is of a desk with other tables than this one ever had.`);
  return { ...head, tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Puts a backup that was checked into an empty database, all or nothing, and brings it up to date. `settle` may set right what time has overtaken. */
export async function loadBackup(file, url, settle = async () => undefined) {
  const { migrations } = await checkBackup(file);
  await requireEmpty(url);
  await migrate(url, { only: migrations.length });
  await withClient(url, async (client) => {
    await client.query("BEGIN");
    await fill(client, file);
    await settle(client);
    await client.query("COMMIT");
  });
  await migrate(url);
  await withClient(url, (client) => client.query("ANALYZE"));
}

/** Throws unless nobody has put anything into this database. */
export async function requireEmpty(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      "SELECT count(*)::int AS count FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_' OR nspname = 'information_schema')",
    ),
  );
  if (rows[0].count > 0) throw new Error("The database isn't empty, and nothing in it is overwritten. Make a new one (createdb) and name that.");
}

async function fill(client, file) {
  const tables = await tablesOf(client);
  // Triggers guard what people do; what they did once is put back as it was.
  for (const { table } of tables) await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
  for (const { table } of [...tables].reverse()) await client.query(`DELETE FROM ${quoted(table)}`);
  const { sequences } = await readBackup(file, ({ table, columns }, { queues }) => sinkFor(client, table, columns, queues));
  for (const { name, value, called } of sequences) await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [quoted(name), value, called]);
  for (const { table } of tables) await client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
}

async function sinkFor(client, table, columns, queues) {
  const jobs = table === "pgboss.job";
  if (jobs && !(await makeQueues(client, queues))) return undefined;
  const stream = client.query(copyFrom(`COPY ${jobs ? table : quoted(table)} (${columns.map(quoted).join(", ")}) FROM STDIN`));
  let failed;
  stream.on("error", (error) => {
    failed = error;
  });
  return {
    write: (bytes) => new Promise((resolve, reject) => (failed ? reject(failed) : stream.write(bytes, (error) => (error ? reject(error) : resolve())))),
    end: () => new Promise((resolve, reject) => (failed ? reject(failed) : stream.once("error", reject).once("finish", resolve).end())),
  };
}
