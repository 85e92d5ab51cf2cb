import pg from "pg";

/**
 * Merchants that Klarna has, put into the desk's directory as it would have read them; so many whose products are enabled. Answers the id of the tag that they bear, and
 * no other: it is the desk's own, so reading them again leaves it.
 */
export async function knownMerchants({ env, emulatorUrl }, { count, tag, seed }) {
  const order = (path, body) => fetch(`${emulatorUrl}/__emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  const all = async () => (await fetch(`${emulatorUrl}/__emulator/accounts?environment=test`)).json();
  const before = new Set((await all()).map(({ account_id }) => account_id));
  // Some are planted switched off: they are left out here.
  await order("seed", { merchants: Math.ceil((count + before.size) * 1.4), seed });
  const chosen = (await all()).filter((account) => !before.has(account.account_id) && isEnabled(account)).slice(0, count);
  if (chosen.length < count) throw new Error(`The emulator has only ${chosen.length} new merchants that are enabled.`);
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO merchants (environment, account_id, account_reference, account_name, state, products, seen_at, asked_at)
       SELECT 'test', m->>'account_id', m->>'account_reference', m->>'account_name', m->>'state', m->'products', now(), now() FROM jsonb_array_elements($1::jsonb) m
       ON CONFLICT (environment, account_id) DO UPDATE SET products = excluded.products, state = excluded.state`,
      [JSON.stringify(chosen)],
    );
    const { rows } = await client.query("INSERT INTO tags (environment, name, colour) VALUES ('test', $1, 'green') RETURNING id", [tag]);
    await client.query("INSERT INTO merchant_tags (environment, account_id, tag_id) SELECT 'test', unnest($1::text[]), $2", [
      chosen.map(({ account_id }) => account_id),
      rows[0].id,
    ]);
    await client.query("ANALYZE merchants, merchant_tags");
    return rows[0].id;
  } finally {
    await client.end();
  }
}

function isEnabled({ state, products }) {
  return state === "OPERATIONAL" && products.length === 1 && products[0].state === "ENABLED";
}
