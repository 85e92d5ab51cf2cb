import pg from "pg";

/** Does something with a connection of its own, and closes it whatever happens. */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  // A connection that breaks fails the statement that uses it; without a listener it would end the process too.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
